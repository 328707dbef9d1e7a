import RedpipeTestSupport

/// A script of the documentation, and what it says that the script prints.
struct ManualExample: CustomStringConvertible, Sendable {
    /// Where it stands.
    let file: String
    let line: Int
    var script: String
    var arguments: [String] = []
    /// Files that stand beside the script.
    var files: [String: String] = [:]
    /// Standard output before standard error.
    var output = ""
    var status: Int32 = 0

    var description: String { "\(file):\(line)" }

    /// Runs the script on a server of its own.
    ///
    /// - Returns: What it prints, and how it ends.
    func run() throws -> (output: String, ending: ProgramRun.Ending) {
        let folder = try TemporaryFolder()
        let path = folder.path + "/example.rp"
        try FileText.write(script, to: path)
        for (name, text) in files { try FileText.write(text, to: "\(folder.path)/\(name)") }
        let options = arguments.first?.hasPrefix("-") == true ? arguments : []
        let words = options.isEmpty ? arguments : []
        let run = try ProgramRun(
            ["--scratch", "run"] + options + [path] + words,
            folder: folder.path
        )
        let text = run.standardOutput + run.standardError
        return (text.replacing(folder.path + "/", with: ""), run.ending)
    }
}
