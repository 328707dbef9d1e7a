import ArgumentParser
import Glibc

/// The program from its arguments to its exit status.
package enum Program {
    /// Runs the program.
    ///
    /// - Parameter arguments: Without the name of the program.
    package static func run(_ arguments: [String]) -> Never {
        StandardStreams.occupyClosed()
        do {
            let order = ArgumentOrder(
                isFile: { unsafe access($0, F_OK) == 0 },
                isTerminal: isatty(0) == 1
            )
            exit(try run(order.form(of: arguments)).rawValue)
        } catch let error as ProgramError {
            fail(error)
        } catch {
            RedpipeCommand.exit(withError: error)
        }
    }

    private static func run(_ form: CommandForm) throws -> ExitStatus {
        switch form {
        case .list(let common, let file):
            return try ListSession(common).run(CommandSource(InputReader(path: file)))
        case .command(let common, let repetition, let words):
            return try ListSession(common).run(words, repetition)
        case .other(let arguments):
            var command = try RedpipeCommand.parseAsRoot(arguments)
            try command.run()
            return .success
        }
    }

    private static func fail(_ error: ProgramError) -> Never {
        let output = FileOutput(descriptor: 2)
        output.write("redpipe: \(error.message)\n")
        output.flush()
        exit(error.status.rawValue)
    }
}

extension ExitStatus {
    /// Thrown by a command to end the program with this status.
    var exitCode: ExitCode { ExitCode(rawValue) }
}
