package import Glibc

/// The program while it runs: a test talks to it and sees what it has printed so far.
///
///     let program = try RunningProgram(["-s", path])
///     program.write("PING\n")
///     #expect(program.read(until: "PONG\n"))
///
/// Nothing waits longer than a minute.
package final class RunningProgram {
    private let process: ChildProcess
    private var isInputOpen = true
    package private(set) var output: [UInt8] = []
    private var errors: [UInt8] = []

    package init(_ arguments: [String]) throws {
        signal(SIGPIPE, SIG_IGN)
        process = try ChildProcess(
            ProgramRun.program,
            arguments,
            environment: []
        )
    }

    package var processIdentifier: pid_t { process.identifier }

    /// Sends text to standard input.
    package func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe Glibc.write(process.input, bytes, bytes.count)
    }

    package func closeInput() {
        if isInputOpen { close(process.input) }
        isInputOpen = false
    }

    /// Closes our end of its standard output.
    package func closeOutput() {
        close(process.output)
    }

    /// Reads standard output until it holds a text.
    ///
    /// - Returns: Whether it came.
    package func read(until text: String) -> Bool {
        while !String(decoding: output, as: UTF8.self).contains(text) {
            guard let piece = Self.readPiece(process.output) else { return false }
            output += piece
        }
        return true
    }

    /// Reads standard error until it holds a text.
    ///
    /// - Returns: Whether it came.
    package func readErrors(until text: String) -> Bool {
        while !String(decoding: errors, as: UTF8.self).contains(text) {
            guard let piece = Self.readPiece(process.errors) else { return false }
            errors += piece
        }
        return true
    }

    package func send(_ signal: Int32) {
        kill(process.identifier, signal)
    }

    /// Waits for the end.
    ///
    /// - Returns: How it ended, and what it wrote to standard error.
    package func finish() -> (ending: ProgramRun.Ending, errors: String) {
        closeInput()
        while let piece = Self.readPiece(process.output) { output += piece }
        while let piece = Self.readPiece(process.errors) { errors += piece }
        return (process.wait(), String(decoding: errors, as: UTF8.self))
    }

    private static func readPiece(_ descriptor: Int32) -> ArraySlice<UInt8>? {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&entry, 1, 60_000) == 1 else { return nil }
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        let count = unsafe Glibc.read(descriptor, &piece, piece.count)
        return count > 0 ? piece[..<count] : nil
    }
}
