import ArgumentParser
import Glibc

/// The program from its arguments to its exit status.
package enum Program {
    /// Runs the program.
    ///
    /// - Parameter arguments: Without the name of the program.
    package static func run(_ arguments: [String]) -> Never {
        do {
            let order = ArgumentOrder(
                isFile: { unsafe access($0, F_OK) == 0 },
                isTerminal: isatty(0) == 1
            )
            var command = try RedpipeCommand.parseAsRoot(order.ordered(arguments))
            try command.run()
            exit(0)
        } catch let error as ProgramError {
            fail(error)
        } catch {
            RedpipeCommand.exit(withError: error)
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
