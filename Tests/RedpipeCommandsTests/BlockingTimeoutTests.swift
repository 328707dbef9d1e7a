import RedpipeCommands
import Testing

struct BlockingTimeoutTests {
    @Test(
        arguments: [
            ("BLPOP a b 1.5", .milliseconds(1500)), ("BRPOP a 0", .forever),
            ("BLPOP a 0.0", .forever),
            ("BLPOP a 0.0001", .milliseconds(1)), ("BLPOP a 1e2", .milliseconds(100_000)),
            ("BRPOPLPUSH a b 2", .milliseconds(2000)), ("BLMOVE a b LEFT LEFT 0", .forever),
            ("BZPOPMIN z 3", .milliseconds(3000)), ("BZPOPMAX z 0", .forever),
            ("BLMPOP 0.25 1 a LEFT", .milliseconds(250)), ("BZMPOP 0 1 z MIN", .forever),
            ("XREAD BLOCK 50 STREAMS s 0", .milliseconds(50)),
            ("XREAD block 0 STREAMS s $", .forever),
            ("XREADGROUP GROUP g c COUNT 1 BLOCK 7 STREAMS s >", .milliseconds(7)),
            ("WAIT 1 100", .milliseconds(100)), ("WAIT 1 0", .forever),
            ("WAITAOF 1 0 9", .milliseconds(9)), ("WAITAOF 1 0 0", .forever),
        ] as [(String, BlockingTimeout)]
    )
    func `a blocking command says how long it may wait`(
        line: String,
        timeout: BlockingTimeout
    ) throws {
        let words = words(line)
        #expect(
            try #require(CommandTable.command(for: words)).blockingTimeout(in: words) == timeout
        )
    }

    @Test(arguments: [
        "GET k", "LPOP a 5", "XREAD STREAMS s 0", "XREAD STREAMS block 0",
        "XREAD COUNT 1 STREAMS a 0",
        "BLPOP a -1", "BLPOP a soon", "BLPOP a nan", "BLPOP a inf", "BLPOP a 1e300", "WAIT 1 x",
        "WAIT 1", "XREAD BLOCK", "BLPOP", "BLMPOP", "XREAD BLOCK -5 STREAMS s 0",
    ])
    func `what does not block, or is refused, has no time-out`(line: String) throws {
        let words = words(line)
        #expect(try #require(CommandTable.command(for: words)).blockingTimeout(in: words) == nil)
    }

    @Test func `every blocking command of the table is known`() {
        let long = Array(repeating: Array("5".utf8), count: 8)
        let streams = words("BLOCK 5 STREAMS s 0")
        for command in CommandTable.allCommands where command.flags.contains(.blocking) {
            let name = [Array(command.name.utf8)]
            let arguments = command.group == .stream ? streams : long
            #expect(command.blockingTimeout(in: name + arguments) != nil, "\(command)")
        }
    }
}
