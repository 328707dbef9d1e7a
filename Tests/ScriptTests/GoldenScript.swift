import Glibc
import RedpipeTestSupport

/// A script beside what it prints: `name.rp` and `name.out`.
///
/// The expectation holds standard output, then the diagnostics, then the exit status if it is not 0,
/// then how many round trips each connection made: that count is a promise too. A line
/// `# arguments: …` at the top of a script gives it arguments, a line `# input: …` standard input,
/// with `\n` for its line breaks. It runs in its own folder, where `data/` has files to read.
struct GoldenScript: CustomStringConvertible, Sendable {
    let name: String
    private let folder: String
    private let expectations: String

    init(name: String, folder: String, expectations: String) {
        self.name = name
        self.folder = folder
        self.expectations = expectations
    }

    var description: String { name }

    private var scriptPath: String { "\(folder)/\(name).rp" }

    var expectationPath: String { "\(expectations)/\(name).out" }

    /// What the script does now, in the form of the expectation.
    func transcript() throws -> String {
        let text = try FileText.read(scriptPath)
        let arguments = directive("arguments", in: text)?.split(separator: " ").map(String.init)
        let input = directive("input", in: text)?.replacing("\\n", with: "\n")
            .replacing("\\r", with: "\r")
        let hasServer = text.contains("\nconnect ") || text.hasPrefix("connect ")
        let options = hasServer ? ["--trace"] : ["--trace", "--scratch"]
        let run = try ProgramRun(
            options + ["run", scriptPath] + (arguments ?? []),
            input: input.map { Array($0.utf8) },
            folder: folder
        )
        let errors = run.standardError.replacing("\(folder)/", with: "")
            .replacing(#/\([^ )]*\/redpipe-\w+\/s\)/#, with: "(scratch)")
        let lines = errors.split(separator: "\n", omittingEmptySubsequences: false)
        let diagnostics = lines.filter { !$0.hasPrefix("trace: ") }.joined(separator: "\n")
        let ending = run.ending == .exited(0) ? "" : "# \(run.ending)\n"
        return run.standardOutput + diagnostics + ending + roundTrips(in: lines.map(String.init))
    }

    /// What a line `# name: …` says.
    private func directive(_ name: String, in text: String) -> String? {
        let start = "# \(name): "
        let line = text.split(separator: "\n").first { $0.hasPrefix(start) }
        return line.map { String($0.dropFirst(start.count)) }
    }

    private func roundTrips(in lines: [String]) -> String {
        var counts: [String: Int] = [:]
        for line in lines where line.hasPrefix("trace: ") {
            let name = line.dropFirst("trace: ".count).prefix { $0 != ":" }
            counts[String(name), default: 0] += 1
        }
        let parts = counts.sorted { $0.key < $1.key }.map { name, count in
            counts.count == 1 ? "\(count)" : "\(name) \(count)"
        }
        return "# round trips: \(parts.isEmpty ? "0" : parts.joined(separator: ", "))\n"
    }

    /// All scripts of a folder; their expectations lie beside them or in a folder of their own.
    static func all(in folder: String, expectations: String? = nil) -> [GoldenScript] {
        FileText.names(in: folder).filter { $0.hasSuffix(".rp") }.map {
            GoldenScript(
                name: String($0.dropLast(3)),
                folder: folder,
                expectations: expectations ?? folder
            )
        }
    }
}
