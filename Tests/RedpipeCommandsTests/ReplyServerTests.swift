import RedpipeCommands
import RedpipeRESP
import Testing

/// The table of shapes against real servers, over both protocols.
struct ReplyServerTests {
    @Test(arguments: ServerBinary.installed)
    func `every command's reply is the same value over both protocols`(binary: ServerBinary) throws
    {
        let comparison = try compareAll(on: binary)
        #expect(comparison.mismatches.isEmpty)
        #expect(comparison.unstable.isEmpty)
        // A shape that no example needs would not be missed if it were wrong.
        let needless = comparison.shaped.subtracting(comparison.differing)
            .subtracting(ReplyExamples.sameWithoutSecondNode)
        let hasAll = binary.testDescription == "redis-8.2"
        #expect(needless.subtracting(hasAll ? [] : ReplyExamples.sameOnSomeServers).isEmpty)
        // A command without an example could differ unseen.
        let exempt = Set(ReplyExamples.exempt.values.joined())
        let missing = try Self.commands(of: binary).subtracting(comparison.answered)
        #expect(missing.subtracting(exempt).isEmpty)
    }

    @Test func `every option of the table that begins with WITH has an example`() {
        let texts = [ReplyExamples.keys, ReplyExamples.server, ReplyExamples.cluster]
        let examples = texts.flatMap { ReplyExamples.sessions(of: $0).joined() }
        for command in CommandTable.allCommands {
            for token in Self.tokens(command.arguments) where token.hasPrefix("WITH") {
                let used = examples.contains { example in
                    CommandTable.command(for: example.words) == command
                        && example.words.contains(Array(token.utf8))
                }
                #expect(used, "\(command) \(token)")
            }
        }
    }

    private func compareAll(on binary: ServerBinary) throws -> ReplyComparison {
        var comparison = ReplyComparison()
        let server = try ServerProcess(binary)
        for text in [ReplyExamples.keys, ReplyExamples.server] {
            for session in ReplyExamples.sessions(of: text) {
                try comparison.run(session, on: server)
            }
        }
        let cluster = try ServerProcess(clusterOf: binary)
        try cluster.waitUntilClusterIsUp()
        for session in ReplyExamples.sessions(of: ReplyExamples.cluster) {
            try comparison.run(session, on: cluster)
        }
        return comparison
    }

    /// The names that a server lists, but containers that do nothing by themselves.
    private static func commands(of binary: ServerBinary) throws -> Set<String> {
        let server = try ServerProcess(binary)
        let connection = try ServerConnection(to: server)
        let names = try connection.send(words("COMMAND")).infos.map(\.name)
        return Set(names.filter { CommandTable.command(named: $0)?.isContainer != true })
    }

    private static func tokens(_ arguments: [CommandArgument]) -> [String] {
        arguments.flatMap { [$0.token].compactMap(\.self) + tokens($0.children) }
    }
}
