import RedpipeCommands
import Testing

struct CommandArgumentTests {
    @Test func `the tree of SET is whole`() throws {
        let arguments = try #require(CommandTable.command(named: "set")).arguments
        #expect(arguments.map(\.name) == ["key", "value", "condition", "get", "expiration"])
        #expect(arguments.map(\.kind) == [.key, .string, .oneOf, .token, .oneOf])
        #expect(arguments.map(\.isOptional) == [false, false, true, true, true])
        #expect(arguments[3].token == "GET")
        #expect(arguments[2].children.map(\.token) == ["NX", "XX", "IFEQ"])
        #expect(
            arguments[4].children.map(\.kind) == [.integer, .integer, .unixTime, .unixTime, .token]
        )
    }

    @Test func `groups nest, repeat and hold signs`() throws {
        let xadd = try #require(CommandTable.command(named: "xadd")).arguments
        let trim = try #require(xadd.first { $0.name == "trim" })
        #expect(trim.kind == .block)
        #expect(trim.children[1].children.map(\.token) == ["=", "~"])
        #expect(trim.children[3].token == "LIMIT")
        #expect(xadd.last?.isMultiple == true)
        #expect(xadd.last?.children.map(\.name) == ["field", "value"])
        let sort = try #require(CommandTable.command(named: "sort")).arguments
        let get = try #require(sort.first { $0.token == "GET" })
        #expect(get.isMultiple && get.repeatsToken && get.isOptional && get.kind == .pattern)
    }

    @Test func `every tree can be read and names its arguments`() {
        for command in CommandTable.allCommands {
            check(command.arguments, of: command)
        }
    }

    private func check(_ arguments: [CommandArgument], of command: Command) {
        for argument in arguments {
            #expect(!argument.name.isEmpty, "\(command)")
            #expect(
                argument.name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" },
                "\(command)"
            )
            #expect(argument.kind != .token || argument.token != nil, "\(command)")
            let isGroup = argument.kind == .oneOf || argument.kind == .block
            #expect(isGroup == !argument.children.isEmpty, "\(command)")
            check(argument.children, of: command)
        }
    }
}
