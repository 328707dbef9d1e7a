import RedpipeTestSupport
import Testing

@testable import RedpipeCLI

/// The folder of the package.
private let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

@Suite struct HelpTextTests {
    @Test(arguments: [nil] + CommandName.allCases)
    func `help fits into eighty columns`(command: CommandName?) {
        for line in HelpText.text(of: command).split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    @Test func `the manual describes every option and every command`() throws {
        let manual = try FileText.read(root + "/man/redpipe.1")
        for name in OptionDefinition.all.flatMap(\.names) {
            let flag = name.dropFirst().replacing("-", with: "\\-")
            let entry = manual.split(separator: "\n").contains { line in
                line.hasPrefix(".It Fl ") && line.split(separator: " ").contains(flag[...])
            }
            #expect(entry, "no entry for \(name)")
        }
        for command in CommandName.allCases {
            #expect(manual.contains(".It Ic \(command.rawValue)"), "no entry for \(command)")
        }
    }

    @Test func `the manual and the readme list every exit status`() throws {
        let manual = try FileText.read(root + "/man/redpipe.1")
        let readme = try FileText.read(root + "/README.md")
        for status in ExitStatus.allCases {
            #expect(manual.contains(".It \(status.rawValue)\n"), "no entry for \(status)")
            #expect(readme.contains("| \(status.rawValue) |"), "no row for \(status)")
        }
    }

    @Test func `options that a command does not use are not in its help`() {
        #expect(HelpText.text(of: .check).contains("--connect"))
        #expect(!HelpText.text(of: .check).contains("--csv"))
        #expect(!HelpText.text(of: .pipe).contains("--set"))
        #expect(HelpText.text(of: .run).contains("--set"))
    }
}
