import RedpipeCommands
import RedpipeRESP
import Testing

/// The table against real servers.
struct CommandServerTests {
    /// Older servers allow less than the table, which is the union of the newest ones.
    private static let widened: Set<String> = [
        "cluster|replicate", "script|debug", "zrank", "zrevrank", "command|getkeys",
        "command|getkeysandflags",
    ]

    @Test(arguments: ServerBinary.installed)
    func `the table has every command of a server with its arity`(binary: ServerBinary) throws {
        let server = try ServerProcess(binary)
        let connection = try ServerConnection(to: server)
        let infos = try connection.send(words("COMMAND")).infos
        #expect(infos.count > 350)
        for info in infos {
            let command = CommandTable.command(named: info.name)
            #expect(command != nil, "\(info)")
            if let command, command.arity.number != info.arity {
                #expect(Self.widened.contains(info.name), "\(info), not \(command.arity)")
                #expect(command.arity.allows(wordCount: abs(info.arity)))
            }
        }
    }

    @Test(arguments: ServerBinary.installed)
    func `keys are found where COMMAND GETKEYS finds them`(binary: ServerBinary) throws {
        let server = try ServerProcess(binary)
        let connection = try ServerConnection(to: server)
        var answered = 0
        for line in Self.linesWithKeys {
            let words = words(line)
            let command = try #require(CommandTable.command(for: words), "\(line)")
            let reply = try connection.send(RedpipeCommandsTests.words("COMMAND GETKEYS") + words)
            guard case .array(let keys) = reply else {
                let isUnknown = reply.isError && !Self.isKnown(command, to: connection)
                #expect(isUnknown, "\(line): \(reply)")
                continue
            }
            let found = command.keyIndices(in: words).map { RESPValue.bulkString(words[$0]) }
            #expect(found == keys, "\(line)")
            answered += 1
        }
        #expect(answered >= 100)
    }

    @Test(arguments: ServerBinary.installed)
    func `slots are those that CLUSTER KEYSLOT computes`(binary: ServerBinary) throws {
        let server = try ServerProcess(clusterOf: binary)
        let connection = try ServerConnection(to: server)
        var keys = ["", "{", "}", "{}", "{}a", "a{b}c", "a{b}{c}", "a{{b}}c", "}{a}", "a}b{c}d{"]
        keys += (0..<500).map { "key:\($0 * 7919)" }
        for key in keys.map({ Array($0.utf8) }) + [[0, 255, 123, 200, 125], [UInt8](0...255)] {
            let reply = try connection.send(words("CLUSTER KEYSLOT") + [key])
            #expect(reply == .integer(Int64(HashSlot(key: key).rawValue)))
        }
    }

    private static func isKnown(
        _ command: Command,
        to connection: ServerConnection
    ) -> Bool {
        let request = words("COMMAND INFO") + [Array(command.name.utf8)]
        return (try? connection.send(request)) != .array([.null])
    }
}
