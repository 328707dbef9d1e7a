/// The commands of Redis and Valkey, without those of modules.
///
/// The table is two texts in the binary: nothing is built when the program starts, and a look-up
/// reads one line. Names are compared without their case.
public enum CommandTable {
    /// A power of two; `scripts/generate-commands` has the same.
    private static let slotCount = 1024

    /// The command of a name, a subcommand's written with a bar: `hget`, `CONFIG|GET`.
    public static func command(named name: String) -> Command? {
        let bytes = name.utf8.span
        return command(named: bytes)
    }

    /// The command of a name, a subcommand's written with a bar: `hget`, `CONFIG|GET`.
    public static func command(named name: [UInt8]) -> Command? {
        let bytes = name.span
        return command(named: bytes)
    }

    /// The command of a name, a subcommand's written with a bar: `hget`, `CONFIG|GET`.
    public static func command(named name: borrowing Span<UInt8>) -> Command? {
        var hash = NameHash()
        hash.append(name)
        return search(hash) { row in matches(&row, name) }
    }

    /// The command of a line of words, for a container its subcommand: `["CONFIG", "GET", "*"]`.
    ///
    /// - Returns: `nil` for an unknown command or subcommand, or for a container without one;
    ///   ``lookup(_:)`` tells them apart.
    public static func command(for words: [[UInt8]]) -> Command? {
        guard case .command(let command) = lookup(words) else { return nil }
        return command
    }

    /// What the words of a command name.
    public static func lookup(_ words: [[UInt8]]) -> CommandLookup {
        guard let first = words.first, let command = command(named: first), !first.contains(bar)
        else { return .unknownCommand }
        guard command.isContainer else { return .command(command) }
        guard words.count > 1 else {
            return command.arity.allows(wordCount: 1)
                ? .command(command) : .missingSubcommand(container: command)
        }
        return subcommand(first, words[1]).map(CommandLookup.command)
            ?? .unknownSubcommand(container: command)
    }

    /// All names, sorted, in lower case, subcommands with a bar.
    ///
    /// This walks the whole table: it is meant for completion and suggestions.
    public static var allNames: [String] {
        allCommands.map(\.name)
    }

    /// All commands and subcommands, sorted by name.
    public static var allCommands: [Command] {
        var commands: [Command] = []
        var offset = 1
        while offset < lines.utf8CodeUnitCount {
            commands.append(Command(at: offset))
            while lines.byte(at: offset) != UInt8(ascii: "\n") {
                offset += 1
            }
            offset += 1
        }
        return commands
    }
}

extension CommandTable {
    private static let bar = UInt8(ascii: "|")

    private static func subcommand(_ container: [UInt8], _ name: [UInt8]) -> Command? {
        var hash = NameHash()
        hash.append(container.span)
        hash.append(bar)
        hash.append(name.span)
        return search(hash) { row in
            matches(&row, container.span) && row.accept("|") && matches(&row, name.span)
        }
    }

    /// Probes the slots from the hash on until one is free.
    private static func search(
        _ hash: NameHash,
        _ isMatch: (inout RowReader) -> Bool
    ) -> Command? {
        var slot = hash.value & (slotCount - 1)
        while case let offset = self.offset(inSlot: slot), offset > 0 {
            var row = RowReader(at: offset)
            if isMatch(&row), row.isAtEndOfField {
                return Command(at: offset)
            }
            slot = (slot + 1) & (slotCount - 1)
        }
        return nil
    }

    /// Steps over `name` in the row; `false` if the row holds something else.
    private static func matches(_ row: inout RowReader, _ name: borrowing Span<UInt8>) -> Bool {
        for index in name.indices {
            let byte = ASCII.lowercased(name[index])
            // A blank or a line break in the name must not match the end of the field.
            guard byte == row.current, byte > UInt8(ascii: " ") else { return false }
            row.advance()
        }
        return true
    }

    private static func offset(inSlot slot: Int) -> Int {
        (0..<3).reduce(0) { $0 << 6 | digit(slots.byte(at: slot * 3 + $1)) }
    }

    /// The value of a Base64 digit.
    private static func digit(_ byte: UInt8) -> Int {
        switch byte {
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x61...0x7A: Int(byte) - 0x61 + 26
        case 0x30...0x39: Int(byte) - 0x30 + 52
        case UInt8(ascii: "+"): 62
        default: 63
        }
    }
}
