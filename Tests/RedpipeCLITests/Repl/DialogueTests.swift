import RedpipeTestSupport
import Testing

/// The folder of the dialogues: Python programs that type at a real terminal.
private let folder =
    #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Dialogues"

@Suite struct DialogueTests {
    struct Dialogue: CustomTestStringConvertible, Sendable {
        let file: String
        let name: String

        var testDescription: String { name.split(separator: "_").joined(separator: " ") }
    }

    static let dialogues = ["typing", "connections", "sessions"].flatMap { file in
        let text = (try? FileText.read(folder + "/\(file).py")) ?? ""
        return text.matches(of: /def test_([a-z0-9_]+)/).map {
            Dialogue(file: file, name: String($0.1))
        }
    }

    @Test func `there are dialogues`() {
        #expect(Self.dialogues.count > 25)
    }

    @Test(arguments: dialogues)
    func `a person at a terminal`(dialogue: Dialogue) throws {
        let run = try ProgramRun(
            ["python3", "\(folder)/\(dialogue.file).py", dialogue.name],
            environment: ["REDPIPE_PROGRAM=\(ProgramRun.program)", "PYTHONDONTWRITEBYTECODE=1"],
            program: "/usr/bin/env"
        )
        #expect(run.ending == .exited(0), "\(run.standardError)")
    }
}
