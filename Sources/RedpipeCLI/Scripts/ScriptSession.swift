import Glibc
import Redpipe
import RedpipeCompiler
import RedpipeRuntime
import RedpipeSyntax

/// One run of the program on a script: parse, check, plan, execute.
struct ScriptSession {
    private let common: ProgramOptions
    private let standardOutput: FileOutput
    private let standardError: FileOutput
    private let format: OutputFormat

    init(_ common: ProgramOptions) throws(ProgramError) {
        self.common = common
        standardOutput = FileOutput(descriptor: 1)
        standardError = FileOutput(descriptor: 2)
        format = try common.outputFormat(isTerminal: standardOutput.isTerminal, forScripts: true)
    }

    // MARK: Commands

    /// Runs a script.
    ///
    /// The words are the path of the script and its parameters; with text of `-e` all of them are
    /// parameters.
    func run(_ words: [String]) throws -> ExitStatus {
        let text = common.scriptText
        let setup = try makeSetup()
        var loader = ScriptLoader()
        let loaded: LoadedScript
        if !text.isEmpty {
            let bytes = Array(text.joined(separator: "\n").utf8)
            loaded = loader.load(name: "-e", bytes: bytes, folder: "")
        } else if let path = words.first {
            loaded = try loader.load(path: path)
        } else {
            throw ProgramError("`run` needs a script, `-` or -e TEXT", .usage)
        }
        guard let script = check(loaded, loader, setup.names) else { return .wrongScript }
        let name = text.isEmpty ? words[0] : "-e …"
        let reader = ParameterReader(script.plan.parameters, scriptName: name)
        var settings = RunSettings()
        settings.keepsGoing = common.keepsGoing
        settings.isQuiet = common.isQuiet
        settings.standardInputIsScript = text.isEmpty && words.first == "-"
        settings.parameters = try reader.read(
            assignments: common.assignments,
            words: text.isEmpty ? Array(words.dropFirst()) : words
        )
        return try execute(script, loader.files, settings, setup)
    }

    func check(_ paths: [String]) throws -> ExitStatus {
        guard !paths.isEmpty else { throw ProgramError("`check` needs a script", .usage) }
        let setup = try makeSetup()
        var status = ExitStatus.success
        for path in paths {
            var loader = ScriptLoader()
            let loaded = try loader.load(path: path)
            if let script = check(loaded, loader, setup.names) {
                let problems = setup.problems(in: script.plan.connections)
                if !problems.isEmpty { status = .wrongScript }
                let hints = common.hintsPipelines ? script.pipelineHints : []
                report(
                    problems + script.callbackNotes + hints,
                    diagnosticRenderer(loader.files)
                )
            } else {
                status = .wrongScript
            }
        }
        return try finish(status)
    }

    func plan(_ paths: [String]) throws -> ExitStatus {
        guard paths.count == 1 else { throw ProgramError("`plan` takes one script", .usage) }
        let setup = try makeSetup()
        var loader = ScriptLoader()
        let loaded = try loader.load(path: paths[0])
        guard let script = check(loaded, loader, setup.names) else {
            return try finish(.wrongScript)
        }
        let outline = PlanOutline(of: script.plan)
        if format == .ndjson {
            standardOutput.write(PlanJSON(loader.files).text(of: outline))
        } else {
            standardOutput.write(PlanText(loader.files).text(of: outline))
        }
        return try finish(.success)
    }

    private func makeSetup() throws(ProgramError) -> ConnectionSetup {
        var setup = try ConnectionSetup(common, prefersRESP3: true)
        setup.profiles = Profiles()
        return setup
    }

    // MARK: Stages

    private func check(
        _ loaded: LoadedScript,
        _ loader: ScriptLoader,
        _ connections: Set<String>
    ) -> CheckedScript? {
        let renderer = diagnosticRenderer(loader.files)
        guard loader.diagnostics.isEmpty else {
            report(loader.diagnostics, renderer)
            return nil
        }
        switch Checker.check(loaded, connections: connections) {
        case .success(let script):
            report(script.warnings, renderer)
            return script
        case .failure(let list):
            report(list.diagnostics, renderer)
            return nil
        }
    }

    private func execute(
        _ script: CheckedScript,
        _ files: SourceFiles,
        _ settings: RunSettings,
        _ setup: ConnectionSetup
    ) throws -> ExitStatus {
        let connections = Connections()
        connections.wakeUp = SignalPipe.install()
        if common.traces { connections.onRoundTrip = TraceWriter(standardError).write }
        do {
            try setup.define(script.plan.connections, in: connections)
        } catch let diagnostic as Diagnostic {
            report([diagnostic.note("nothing was sent")], diagnosticRenderer(files))
            return .wrongScript
        }
        let output = scriptOutput(files)
        var settings = settings
        settings.stackByteCount = StackLimit.raise()
        settings.isInterrupted = { SignalPipe.signal != nil }
        settings.refusal = WriteRefusal.hook(for: script.plan.connections, setup)
        let executor = Executor(
            script,
            connections: connections,
            output: output,
            settings: settings
        )
        let result = executor.run()
        connections.closeAll()
        setup.servers.stop()
        let status = try finish(result.exitStatus)
        if let signal = SignalPipe.signal { dieBySignal(signal) }
        if let code = result.exitCode { exit(code) }
        return status
    }

    // MARK: Output

    private func scriptOutput(_ files: SourceFiles) -> any ScriptOutput {
        let diagnostics = DiagnosticWriter(diagnosticRenderer(files), standardError)
        if format == .ndjson {
            return JSONScriptOutput(
                standardOutput,
                diagnostics,
                files,
                common.replyWriter(format, isTerminal: false)
            )
        }
        return TextScriptOutput(
            standardOutput,
            diagnostics,
            common.replyWriter(format, isTerminal: standardOutput.isTerminal),
            format
        )
    }

    private func diagnosticRenderer(_ files: SourceFiles) -> DiagnosticRenderer {
        DiagnosticRenderer(files: files, style: common.textStyle(for: standardError))
    }

    private func report(_ diagnostics: [Diagnostic], _ renderer: DiagnosticRenderer) {
        let writer = DiagnosticWriter(renderer, standardError)
        for diagnostic in diagnostics {
            let isSaid = diagnostic.notes.contains { $0.hasPrefix("nothing was sent") }
            let isError = diagnostic.severity == .error
            writer.write(isError && !isSaid ? diagnostic.note("nothing was sent") : diagnostic)
        }
    }

    private func finish(_ status: ExitStatus) throws(ProgramError) -> ExitStatus {
        standardError.flush()
        try standardOutput.finish()
        return status
    }
}

extension RunResult {
    fileprivate var exitStatus: ExitStatus {
        switch severity {
        case nil: .success
        case .script: .failure
        case .connecting: .notConnected
        case .protocolBroken: .protocolBroken
        case .lost: .lost
        }
    }
}
