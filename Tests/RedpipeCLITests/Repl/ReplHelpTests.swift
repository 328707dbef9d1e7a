import RedpipeCommands
import RedpipeRESP
import RedpipeTestSupport
import Testing

@testable import RedpipeCLI

/// The folder of the package.
private let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

@Suite struct ReplHelpTests {
    @Test func `help fits into eighty columns`() {
        for line in ReplHelp.page.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        for topic in LanguageTopic.all {
            for line in topic.page.split(separator: "\n") {
                #expect(line.count <= 90, "\(topic.name): \(line)")
            }
        }
    }

    @Test func `the manual describes every meta-command`() throws {
        let manual = try FileText.read(root + "/man/redpipe.1")
        for command in MetaCommand.allCases {
            let name = "\\e" + command.rawValue
            let entry = manual.split(separator: "\n").contains { line in
                line.hasPrefix(".It Ic \(name)") && line.split(separator: " ")[2] == name[...]
            }
            #expect(entry, "no entry for \(command.name)")
        }
        for word in ["help", "exit", "quit", "clear"] { #expect(manual.contains("Ic \(word)")) }
        for name in ["REDPIPE_HISTFILE", "REDPIPE_PAGER", "VISUAL", "XDG_CONFIG_HOME"] {
            #expect(manual.contains(".Ev \(name)") || manual.contains("It Ev \(name)"), "\(name)")
        }
    }

    @Test(arguments: [
        ("get", "GET key"),
        ("lpush", "LPUSH key element [element …]"),
        ("zadd", "ZADD key [NX | XX] [GT | LT] [CH] [INCR] score member [score member …]"),
        ("config|get", "CONFIG GET parameter [parameter …]"),
    ])
    func `syntax is shown as the documentation writes it`(name: String, syntax: String) throws {
        let command = try #require(CommandTable.command(named: name))
        #expect(CommandSyntax.text(of: command) == syntax)
    }

    @Test func `what the server knows comes into the page, and cannot drive the terminal`() throws {
        var page = try #require(CommandPage(["zadd"]))
        page.take(
            .map([
                RESPPair(
                    key: .bulkString(Array("zadd".utf8)),
                    value: .map([
                        pair("summary", "Adds \u{1b}[31mmembers."),
                        pair("complexity", "O(log(N)) for each"),
                    ])
                )
            ])
        )
        #expect(page.text.contains("Adds \\x1b[31mmembers."))
        #expect(page.text.contains("complexity  O(log(N)) for each"))
    }

    private func pair(_ key: String, _ value: String) -> RESPPair {
        RESPPair(key: .bulkString(Array(key.utf8)), value: .bulkString(Array(value.utf8)))
    }

    @Test func `the program explains commands and topics without a server`() throws {
        let page = try ProgramRun(["help", "zadd"]).standardOutput
        #expect(page.hasPrefix("ZADD key"))
        #expect(page.contains("complexity  O(log(N))\n"))
        #expect(try ProgramRun(["help", "pipeline"]).standardOutput.contains("one round trip"))
        #expect(try ProgramRun(["help", "topics"]).standardOutput.contains("expressions"))
    }

    @Test func `a flat map is shown in columns, and nothing else`() throws {
        let map = RESPValue.map([pair("a", "1"), pair("long", "two")])
        let table = try #require(ColumnTable(map))
        #expect(String(decoding: table.text, as: UTF8.self) == "a     \"1\"\nlong  \"two\"")
        #expect(ColumnTable(.map([])) == nil)
        #expect(ColumnTable(.map([RESPPair(key: .integer(1), value: .null)])) == nil)
        let odd = try #require(ColumnTable(.map([pair("a b", "1"), pair("", "2")])))
        #expect(String(decoding: odd.text, as: UTF8.self) == "\"a b\"  \"1\"\n\"\"     \"2\"")
    }
}
