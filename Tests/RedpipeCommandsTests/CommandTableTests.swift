import RedpipeCommands
import Testing

struct CommandTableTests {
    @Test(arguments: CommandTable.allNames)
    func `every name is found in lower, upper and mixed case`(name: String) {
        let mixed = String(
            name.enumerated().map { place, letter in
                place.isMultiple(of: 2) ? Character(letter.uppercased()) : letter
            }
        )
        for spelling in [name, name.uppercased(), mixed] {
            #expect(CommandTable.command(named: spelling)?.name == name)
        }
    }

    @Test func `the table holds both servers' commands and no module's`() {
        let names = CommandTable.allNames
        #expect(names.count > 400)
        #expect(names == names.sorted())
        #expect(Set(names).count == names.count)
        #expect(!names.contains { $0.contains(".") })
        for name in ["get", "delifeq", "xackdel", "vadd", "config|get", "cluster|migrateslots"] {
            #expect(names.contains(name))
        }
    }

    @Test(arguments: [
        "", "g", "ge", "gett", "get|", "|get", "config|", "config|getx", "configget", "get ",
        "GET\0",
        "gét", "config|get|x", "-", "xadd -5", "\n",
    ])
    func `a name that is none is not found`(name: String) {
        #expect(CommandTable.command(named: name) == nil)
    }

    @Test func `bytes that are no text are not found`() {
        #expect(CommandTable.command(named: [0xFF, 0xFE]) == nil)
        #expect(CommandTable.command(named: [UInt8](repeating: 0x61, count: 100_000)) == nil)
    }

    @Test func `words resolve to the subcommand of a container`() throws {
        #expect(CommandTable.command(for: words("get k"))?.name == "get")
        #expect(CommandTable.command(for: words("Config gEt *"))?.name == "config|get")
        #expect(CommandTable.command(for: words("COMMAND"))?.name == "command")
        #expect(CommandTable.command(for: words("COMMAND docs"))?.name == "command|docs")
        #expect(CommandTable.command(for: []) == nil)
    }

    @Test func `a look-up says what is unknown`() throws {
        let config = try #require(CommandTable.command(named: "config"))
        #expect(CommandTable.lookup(words("hgte k f")) == .unknownCommand)
        #expect(CommandTable.lookup([]) == .unknownCommand)
        #expect(CommandTable.lookup(words("config|get x")) == .unknownCommand)
        #expect(CommandTable.lookup(words("CONFIG GTE")) == .unknownSubcommand(container: config))
        #expect(CommandTable.lookup(words("CONFIG")) == .missingSubcommand(container: config))
    }

    @Test func `a command knows its facts`() throws {
        let command = try #require(CommandTable.command(named: "xreadgroup"))
        #expect(command.arity == .atLeast(7))
        #expect(command.group == .stream)
        #expect(command.since == "5.0.0")
        #expect(command.complexity == "O(M)")
        #expect(command.flags.isSuperset(of: [.write, .blocking, .movableKeys, .redis, .valkey]))
        #expect(command.flags.isDisjoint(with: [.readonly, .container, .deprecated, .pubsub]))
        #expect(command.displayName == "XREADGROUP")
        #expect(CommandTable.command(named: "config|get")?.displayName == "CONFIG GET")
    }

    @Test func `a container knows its subcommands`() throws {
        let object = try #require(CommandTable.command(named: "OBJECT"))
        #expect(object.isContainer)
        #expect(object.subcommandNames == ["encoding", "freq", "help", "idletime", "refcount"])
        #expect(object.subcommands.map(\.name).contains("object|freq"))
        #expect(object.subcommands.count == 5)
        #expect(object.complexity.isEmpty)
        #expect(CommandTable.command(named: "get")?.subcommands == [])
    }

    @Test func `every subcommand belongs to its container and the other way round`() {
        for command in CommandTable.allCommands where command.isContainer {
            #expect(command.subcommands.count == command.subcommandNames.count)
            #expect(!command.subcommands.isEmpty)
        }
        for name in CommandTable.allNames where name.contains("|") {
            let parts = name.split(separator: "|").map(String.init)
            let container = CommandTable.command(named: parts[0])
            #expect(container?.subcommandNames.contains(parts[1]) == true)
        }
    }

    @Test(arguments: [
        ("get", RequestPolicy.byKeys, ResponsePolicy.unspecified),
        ("dbsize", .allShards, .sum), ("flushall", .allShards, .allSucceeded),
        ("mset", .multiShard, .allSucceeded), ("del", .multiShard, .sum),
        ("config|set", .allNodes, .allSucceeded), ("scan", .special, .special),
        ("script|exists", .allShards, .logicalAnd), ("wait", .allShards, .minimum),
        ("script|kill", .allShards, .oneSucceeded), ("info", .allShards, .special),
    ])
    func `policies say where a command goes`(
        name: String,
        request: RequestPolicy,
        response: ResponsePolicy
    ) throws {
        let command = try #require(CommandTable.command(named: name))
        #expect(command.requestPolicy == request)
        #expect(command.responsePolicy == response)
    }
}
