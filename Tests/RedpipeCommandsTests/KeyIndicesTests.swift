import RedpipeCommands
import Testing

struct KeyIndicesTests {
    @Test(arguments: [
        ("GET k", [1]), ("PING", []), ("MGET a b c", [1, 2, 3]), ("MSET a 1 b 2", [1, 3]),
        ("EVAL script 2 a b c", [3, 4]), ("EVAL script 0 a", []), ("EVAL script 9 a", []),
        ("EVAL script -1 a", []), ("EVAL script x a", []),
        ("EVAL script 99999999999999999999 a", []),
        ("EVAL script 9223372036854775807 a", []), ("EVAL", []), ("GET", []),
        ("XREAD COUNT 2 STREAMS a b 0 0", [4, 5]), ("XREAD streams a 0", [2]),
        ("XREADGROUP GROUP g c STREAMS a b > >", [5, 6]), ("XREAD COUNT 2", []),
        ("MIGRATE h 1 k 0 9", [3]), ("MIGRATE h 1 \"\" 0 9 KEYS a b", [7, 8]),
        ("MIGRATE h 1 \"\" 0 9 AUTH keys COPY KEYS a", [10]),
        ("SORT k BY w_* GET # LIMIT 0 9 STORE d", [1, 10]), ("SORT k STORE", [1]),
        ("SORT k GET store", [1]), ("SORT k STORE a STORE b", [1, 5]), ("SORT_RO k BY w_*", [1]),
        ("GEORADIUS k 1 1 9 m STORE d", [1, 7]), ("GEORADIUSBYMEMBER k a 9 m STOREDIST d", [1, 6]),
        ("ZUNIONSTORE d 2 a b WEIGHTS 1 2", [1, 3, 4]), ("ZINTER 2 a b WITHSCORES", [2, 3]),
        ("OBJECT ENCODING k", [2]), ("XGROUP CREATE s g 0", [2]), ("MEMORY USAGE k", [2]),
        ("BLMPOP 0 2 a b LEFT", [3, 4]), ("BLPOP a b 0", [1, 2]), ("LMPOP 1 a LEFT", [2]),
        ("SPUBLISH c m", []), ("SSUBSCRIBE a b", []), ("PUBLISH c m", []),
        ("BITOP NOT d a", [2, 3]),
    ])
    func `the keys are where the servers look for them`(line: String, indices: [Int]) throws {
        let words = words(line)
        let command = try #require(CommandTable.command(for: words))
        #expect(command.keyIndices(in: words) == indices)
    }

    @Test(arguments: [
        ("GET k", [1]), ("SPUBLISH c m", [1]), ("SSUBSCRIBE a b", [1, 2]), ("PUBLISH c m", []),
    ])
    func `the cluster hashes keys and shard channels`(line: String, indices: [Int]) throws {
        let words = words(line)
        let command = try #require(CommandTable.command(for: words))
        #expect(command.hashedIndices(in: words) == indices)
    }

    @Test func `cut short, no command has a key behind its words`() throws {
        for command in CommandTable.allCommands {
            let name = command.name.split(separator: "|").map { Array($0.utf8) }
            for count in name.count...9 {
                let words = name + Array(repeating: Array("2".utf8), count: count - name.count)
                for index in command.keyIndices(in: words) + command.hashedIndices(in: words) {
                    #expect((1..<count).contains(index), "\(command) with \(count) words")
                }
            }
        }
    }

    @Test func `the rules themselves can be read`() throws {
        let command = try #require(CommandTable.command(named: "zunionstore"))
        let rules = command.keySpecifications
        #expect(rules.map(\.start) == [.index(1), .index(2)])
        #expect(
            rules.map(\.extent) == [
                .range(last: 0, step: 1, limit: 0), .count(place: 0, first: 1, step: 1),
            ]
        )
        #expect(rules[0].flags == [.overwrite, .update])
        #expect(rules[1].flags == [.readOnly, .access])
    }
}
