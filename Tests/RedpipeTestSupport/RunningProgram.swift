package import Glibc

/// The program under test while it runs, for tests that send it signals.
package struct RunningProgram {
    private let process: ChildProcess

    /// Starts the program; its standard input is empty.
    package init(_ arguments: [String], environment: [String] = []) throws {
        process = try ChildProcess(ProgramRun.program, arguments, environment: environment)
        close(process.input)
    }

    package var identifier: pid_t { process.identifier }

    /// Reads standard output up to a text; what stands before it is part of the result.
    ///
    /// - Parameters:
    ///   - text: What to wait for.
    ///   - patience: In seconds.
    /// - Returns: What came, the text at its end; less if the output or the time ended.
    package func readOutput(upTo text: String, patience: Int = 30) -> String {
        var output: [UInt8] = []
        var byte: UInt8 = 0
        var request = pollfd(fd: process.output, events: Int16(POLLIN), revents: 0)
        while !output.reversed().starts(with: text.utf8.reversed()),
            unsafe poll(&request, 1, Int32(patience * 1000)) == 1,
            unsafe read(process.output, &byte, 1) == 1
        {
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    package func send(_ signal: Int32) {
        kill(process.identifier, signal)
    }

    /// Waits for the end and reads what is left.
    package func finish(patience: Int = 30) -> (ending: ProgramRun.Ending, errors: String) {
        var exchange = StreamExchange(process, input: [], patience: patience, feedsInput: false)
        let isDone = exchange.run()
        if !isDone { kill(process.identifier, SIGKILL) }
        let ending = process.wait()
        let errors = String(decoding: exchange.errors, as: UTF8.self)
        return (isDone ? ending : .timedOut, errors)
    }
}
