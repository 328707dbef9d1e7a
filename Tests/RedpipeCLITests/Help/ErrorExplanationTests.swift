import Glibc
import RedpipeTestSupport
import Testing

@testable import RedpipeCLI

/// The folder of the sources.
private let sources =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/Sources"

@Suite struct ErrorExplanationTests {
    @Test func `every code that the sources raise is explained, and no other`() throws {
        var raised: Set<String> = []
        for path in FileText.paths(below: sources) where !path.contains("/Help/") {
            for match in try FileText.read(path).matches(of: /"(E0\d{3})"/) {
                raised.insert(String(match.1))
            }
        }
        #expect(raised.count > 30)
        #expect(ErrorExplanation.all.map(\.code) == raised.sorted())
    }

    @Test(arguments: ErrorExplanation.all.map(\.code))
    func `the wrong example gets the code, the right one does not`(code: String) throws {
        let explanation = try #require(ErrorExplanation.of(code))
        guard let examples = explanation.examples else {
            let without = ["E0109", "E0215", "E0217", "E0405", "E0609"]
            #expect(without.contains(code), "only these have no short example")
            return
        }
        let place = try ExampleRun()
        let wrong = try place.run(examples.wrong)
        #expect(wrong.standardError.contains("[\(code)]"), "\(wrong.standardError)")
        let right = try place.run(examples.right)
        #expect(right.standardError == "")
        #expect(right.ending == .exited(0))
    }

    @Test func `help prints the page of a code`() throws {
        let run = try ProgramRun(["help", "e0111"])
        #expect(
            run.standardOutput == """
                E0111: a number before a command

                redis-cli repeats a command that has a number before it. A script does not; use `for`.

                Wrong:

                    3 INCR hits

                Right:

                    for i in 0..<3 { INCR hits }

                """
        )
    }

    @Test func `help on something unknown is a usage error`() throws {
        let run = try ProgramRun(["help", "E9999"])
        #expect(run.ending == .exited(64))
        #expect(run.standardError.hasPrefix("redpipe: no help on `E9999`"))
    }

    @Test(arguments: CommandName.allCases.map(\.rawValue))
    func `help on a command is its own help`(command: String) throws {
        let page = try ProgramRun(["help", command]).standardOutput
        #expect(page == (try ProgramRun([command, "--help"]).standardOutput))
        #expect(page.hasPrefix("Usage: redpipe \(command)"))
    }
}
