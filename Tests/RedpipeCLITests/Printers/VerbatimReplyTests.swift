import Testing

@testable import RedpipeCLI

@Suite struct VerbatimReplyTests {
    @Test(arguments: [
        ("INFO", true), ("info server", true), ("INFOX", false), ("lolwut version 5", true),
        ("CLIENT list", true), ("CLIENT INFO x", true), ("CLIENT", false), ("CLIENT ID", false),
        ("CLUSTER NODES", true), ("cluster nodes x", false), ("CLUSTER SHARDS", false),
        ("LATENCY GRAPH command", true), ("LATENCY GRAPH", false), ("LATENCY DOCTOR", true),
        ("LATENCY DOCTOR x", false), ("MEMORY DOCTOR", true), ("MEMORY STATS", false),
        ("DEBUG HTSTATS 0", true), ("PROXY INFO", true), ("GET info", false), ("", false),
    ])
    func `the commands with a text for people are those of redis-cli`(
        _ line: String,
        _ isVerbatim: Bool
    ) {
        let arguments = line.split(separator: " ").map { Array($0.utf8) }
        #expect(VerbatimReply.isOwed(to: arguments) == isVerbatim)
    }
}
