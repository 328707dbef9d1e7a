import Glibc

/// The program from its arguments to its exit status.
package enum Program {
    /// Runs the program.
    ///
    /// - Parameter arguments: Without the name of the program.
    /// - Returns: Never: the process ends.
    package static func run(_ arguments: [String]) -> Never {
        StandardStreams.occupyClosed()
        do {
            var reader = ArgumentReader(
                arguments,
                isFile: { unsafe access($0, F_OK) == 0 },
                isTerminal: isatty(0) == 1
            )
            exit(try run(reader.read()).rawValue)
        } catch {
            fail(error)
        }
    }

    private static func run(_ request: Request) throws -> ExitStatus {
        switch request {
        case .run(let invocation): try run(invocation)
        case .help(let command): try show(HelpText.text(of: command))
        case .version: try show(Version.text)
        }
    }

    private static func run(_ invocation: Invocation) throws -> ExitStatus {
        let words = invocation.words
        var options = invocation.options
        ProcessTitle.hidePasswords(options.password)
        if options.password != nil { warnOfPassword() }
        if options.asksForPassword { options.password = try PasswordPrompt.ask() }
        switch invocation.command {
        case .repl: return try runInteractively(options, words)
        case .run: return try ScriptSession(options).run(words)
        case .pipe: return try ListSession(options).runList(words)
        case .cmd: return try ListSession(options).runCommand(words)
        case .check: return try ScriptSession(options).check(words)
        case .plan: return try ScriptSession(options).plan(words)
        case .help: return try show(HelpTopic.page(on: words.first))
        }
    }

    private static func runInteractively(
        _ options: ProgramOptions,
        _ words: [String]
    ) throws -> ExitStatus {
        guard words.count < 2 else {
            throw ProgramError("`repl` takes the name of a connection or a server", .usage)
        }
        return try Repl(options, start: words.first).run()
    }

    /// Between the start and now everybody could read it.
    private static func warnOfPassword() {
        let output = FileOutput(descriptor: 2)
        output.write(
            "redpipe: warning: others may see a password on a command line; "
                + "REDISCLI_AUTH and --askpass keep it to you\n"
        )
        output.flush()
    }

    private static func show(_ text: String) throws -> ExitStatus {
        let output = FileOutput(descriptor: 1)
        output.write(text)
        try output.finish()
        return .success
    }

    private static func fail(_ error: any Error) -> Never {
        let known = error as? ProgramError ?? ProgramError("\(error)", .failure)
        let output = FileOutput(descriptor: 2)
        output.write("redpipe: \(known.message)\n")
        output.flush()
        exit(known.status.rawValue)
    }
}
