import Redpipe
import RedpipeCommands
import RedpipeRESP
import Testing

/// Every command of each family, called through a typed key on real servers.
///
/// The keyspaces store bytes, so whatever the table takes for a value is sent and comes back as
/// bytes, and whatever it takes for anything else as text.
struct TypedCommandTests {
    /// Commands whose replies may hold a value as a part, as a name, or for a machine.
    private static let untyped: Set<String> = [
        "lcs", "getrange", "substr", "xinfo|stream", "xinfo|groups", "xinfo|consumers", "sort",
        "sort_ro", "xpending", "geohash", "pfdebug",
    ]

    @Test(arguments: ServerBinary.installed)
    func `every command of every family takes its key and gives typed values`(
        binary: ServerBinary
    ) throws {
        let server = try ServerProcess(binary)
        var called: Set<String> = []
        for session in ReplyExamples.sessions(of: ReplyExamples.keys) {
            let connection = try ServerConnection(to: server)
            _ = try connection.send(words("FLUSHALL"))
            var values: Set<[UInt8]> = []
            var last: [UInt8] = []
            for example in session {
                let words = example.words(last: last)
                guard let command = try Self.typedCommand(words) else {
                    last = try connection.send(words).bytes ?? last
                    continue
                }
                #expect(command.words == words)
                let reply = try connection.send(command.words)
                last = reply.bytes ?? last
                values.formUnion(Self.values(in: words))
                guard !reply.isError else { continue }
                try check(reply, to: command, values)
                called.insert(CommandTable.command(for: words)?.name ?? "")
            }
        }
        let missing = Self.allNames.subtracting(called).filter { name in
            Self.isKnown(name, to: server)
        }
        #expect(missing.isEmpty)
    }

    /// The command as a call on a typed key, if it can be one.
    private static func typedCommand(_ words: [[UInt8]]) throws -> TypedCommand? {
        guard let command = CommandTable.command(for: words),
            let type = type(for: command), let place = command.keyIndices(in: words).min()
        else { return nil }
        let keyspace = KeyspaceDefinition("K", type, try KeyTemplate("*"), of: .bytes)
        var rest = words
        let id = rest.remove(at: place)
        return try keyspace.key(for: id).command(
            String(decoding: words[0], as: UTF8.self),
            rest.dropFirst().map(FieldValue.string)
        )
    }

    private static func type(for command: Command) -> KeyspaceType? {
        KeyspaceType.allCases.first { $0.allows(command) }
    }

    /// The names of all commands that can be called on a key.
    private static var allNames: Set<String> {
        let commands = CommandTable.allCommands.filter { command in
            !command.isContainer && type(for: command) != nil
                && !command.keySpecifications.isEmpty
        }
        return Set(commands.map(\.name))
    }

    private static func isKnown(_ name: String, to server: ServerProcess) -> Bool {
        let request = words("COMMAND INFO") + [Array(name.utf8)]
        let reply = try? ServerConnection(to: server).send(request)
        return reply != .array([.null])
    }

    /// The words that are stored as values or members.
    private static func values(in words: [[UInt8]]) -> [[UInt8]] {
        let roles = CommandTable.command(for: words)?.roles(of: words.map(CallArgument.word)) ?? []
        return zip(words, roles).compactMap { word, role in
            role == .value || role == .fieldValue ? word : nil
        }
    }

    private func check(
        _ reply: RESPValue,
        to command: TypedCommand,
        _ values: Set<[UInt8]>
    ) throws {
        let decoded = try command.decode(reply)
        let name = CommandTable.command(for: command.words)?.name ?? ""
        let line = command.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        #expect(decoded.shape == FieldValue(command.shaped(reply)).shape, "\(line)")
        guard !Self.untyped.contains(name) else { return }
        let keys = Set(
            CommandTable.command(for: command.words)?.keyIndices(in: command.words)
                .map { command.words[$0] } ?? []
        )
        for text in decoded.texts where values.contains(text) && !keys.contains(text) {
            let isField = command.keyspace.type == .hash || command.keyspace.type == .stream
            #expect(isField, "\(line): \(String(decoding: text, as: UTF8.self)) is a value")
        }
        let isTyped = command.contents != .plain && command.contents != .field
        let hasTexts = !decoded.texts.isEmpty && decoded.byteStrings.isEmpty
        #expect(!isTyped || !hasTexts || ["OK", "QUEUED"].contains(decoded), "\(line): \(decoded)")
    }
}

extension TypedCommand {
    fileprivate func shaped(_ reply: RESPValue) -> RESPValue {
        CommandTable.replyShape(for: words)?.converted(reply) ?? reply
    }
}

extension RESPValue {
    /// The bytes of a bulk string.
    fileprivate var bytes: [UInt8]? {
        if case .bulkString(let bytes) = self { bytes } else { nil }
    }
}

extension FieldValue {
    /// The value with texts and bytes made equal, and pairs and maps too.
    fileprivate var shape: FieldValue {
        switch self {
        case .text(let bytes), .bytes(let bytes): .bytes(bytes)
        case .list(let items): .list(items.flatMap { $0.pair ?? [$0.shape] })
        case .map(let map): .list(map.flatMap { [.bytes($0), $1.shape] })
        default: self
        }
    }

    private var pair: [FieldValue]? {
        guard case .list(let items) = self, items.count == 2 else { return nil }
        return items.map(\.shape)
    }

    /// All texts in it.
    fileprivate var texts: [[UInt8]] {
        switch self {
        case .text(let bytes): [bytes]
        case .list(let items): items.flatMap(\.texts)
        case .map(let map): map.flatMap { $1.texts }
        default: []
        }
    }

    /// All bytes in it.
    fileprivate var byteStrings: [[UInt8]] {
        switch self {
        case .bytes(let bytes): [bytes]
        case .list(let items): items.flatMap(\.byteStrings)
        case .map(let map): map.flatMap { $1.byteStrings }
        default: []
        }
    }
}
