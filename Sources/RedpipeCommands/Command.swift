/// What is known of one Redis command or subcommand.
///
/// The value is small and copies no text: everything beyond arity, flags and group is read from the
/// table when it is asked for.
public struct Command: Hashable, Sendable {
    /// Where the line of the table begins.
    private let start: Int
    private let nameEnd: Int
    /// Where the field of the policies begins.
    private let details: Int

    /// How many words the command takes.
    public let arity: CommandArity
    /// What the servers say about the command.
    public let flags: CommandFlags
    /// The family that the command belongs to.
    public let group: CommandGroup

    init(at start: Int) {
        var row = RowReader(at: start)
        self.start = start
        nameEnd = row.field().upperBound
        arity = CommandArity(row.integer())
        row.advance()
        flags = CommandFlags(rawValue: row.hexadecimal())
        row.advance()
        group = CommandGroup(letter: row.current)
        details = row.offset + 2
    }
}

extension Command {
    /// The name in lower case, a subcommand's with a bar: `get`, `config|get`.
    public var name: String {
        CommandTable.lines.text(in: start..<nameEnd)
    }

    /// The name as people write it: `GET`, `CONFIG GET`.
    public var displayName: String {
        String(name.uppercased().map { $0 == "|" ? " " : $0 })
    }

    /// Whether the command is called by a subcommand: `CONFIG`, `XGROUP`.
    public var isContainer: Bool {
        flags.contains(.container)
    }

    /// To which nodes of a cluster the command goes if no key says so.
    public var requestPolicy: RequestPolicy {
        RequestPolicy(letter: CommandTable.lines.byte(at: details))
    }

    /// What becomes of the replies if the command went to several nodes.
    public var responsePolicy: ResponsePolicy {
        ResponsePolicy(letter: CommandTable.lines.byte(at: details + 1))
    }

    /// The version of the server that brought the command, of Redis if Redis has it: `6.2.0`.
    public var since: String {
        CommandTable.lines.text(in: field(.since))
    }

    /// The order of growth of the work, `O(log(N))`; empty if it depends on more than its arguments.
    ///
    /// What its letters stand for the servers say in full: their reply to
    /// [COMMAND DOCS](https://redis.io/docs/latest/commands/command-docs/).
    public var complexity: String {
        CommandTable.lines.text(in: field(.complexity))
    }

    /// The names of the subcommands, sorted, in lower case and without the container's.
    public var subcommandNames: [String] {
        names(in: field(.subcommands))
    }

    /// The subcommands of a container, sorted by name.
    public var subcommands: [Command] {
        subcommandNames.compactMap { CommandTable.command(named: name + "|" + $0) }
    }
}

extension Command {
    /// The fields behind the policies, in the order of the line.
    enum Field: Int {
        case since
        case keys
        case subcommands
        case complexity
        case arguments
    }

    /// The place of a field; an empty one is an empty range.
    func field(_ field: Field) -> Range<Int> {
        var row = RowReader(at: details + 3)
        for _ in 0..<field.rawValue {
            _ = row.field()
        }
        let range = row.field()
        let isEmpty = CommandTable.lines.byte(at: range.lowerBound) == UInt8(ascii: "-")
        return isEmpty ? range.upperBound..<range.upperBound : range
    }

    /// Whether this is the command of that name, which must be in lower case.
    func isNamed(_ name: StaticString) -> Bool {
        guard name.utf8CodeUnitCount == nameEnd - start else { return false }
        return (start..<nameEnd).allSatisfy { offset in
            CommandTable.lines.byte(at: offset) == name.byte(at: offset - start)
        }
    }

    private func names(in range: Range<Int>) -> [String] {
        CommandTable.lines.text(in: range).split(separator: ",").map(String.init)
    }
}

extension Command: CustomStringConvertible {
    public var description: String {
        displayName
    }
}
