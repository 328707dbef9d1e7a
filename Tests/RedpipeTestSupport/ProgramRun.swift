import Glibc

/// One run of the program under test, from its start to its end.
///
///     let run = try ProgramRun(["cmd", "PING"], at: server)
///     #expect(run.standardOutput == "PONG\n")
///
/// It never hangs: a run that takes too long is killed, and its status says so.
package struct ProgramRun {
    /// How a process ended.
    package enum Ending: Hashable, Sendable {
        case exited(Int32)
        case killed(Int32)
        case timedOut
    }

    package let output: [UInt8]
    package let errors: [UInt8]
    package let ending: Ending

    /// Runs the program.
    ///
    /// - Parameters:
    ///   - arguments: Without the name of the program.
    ///   - input: What it reads; `nil` for nothing, at once.
    ///   - environment: Variables beside `PATH`, as `NAME=value`.
    ///   - folder: Its working directory; `nil` for ours.
    ///   - program: Its path.
    ///   - patience: In seconds.
    /// - Throws: ``SystemFailure`` if it cannot be started.
    package init(
        _ arguments: [String],
        input: [UInt8]? = nil,
        environment: [String] = [],
        folder: String? = nil,
        program: String = ProgramRun.program,
        patience: Int = 60
    ) throws {
        signal(SIGPIPE, SIG_IGN)
        // `env` changes the working directory and becomes the program.
        let process = try ChildProcess(
            folder == nil ? program : "/usr/bin/env",
            (folder.map { ["-C", $0, program] } ?? []) + arguments,
            environment: environment
        )
        var exchange = StreamExchange(process, input: input ?? [], patience: patience)
        let isDone = exchange.run()
        if !isDone { kill(process.identifier, SIGKILL) }
        let status = process.wait()
        output = exchange.output
        errors = exchange.errors
        ending = isDone ? status : .timedOut
    }

    package var standardOutput: String { String(decoding: output, as: UTF8.self) }

    package var standardError: String { String(decoding: errors, as: UTF8.self) }

    /// The program, which is built beside the tests.
    package static var program: String {
        var path = [CChar](repeating: 0, count: 4096)
        let length = unsafe readlink("/proc/self/exe", &path, path.count - 1)
        let own = String(
            decoding: path[..<max(0, length)].map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        let folder = testFolder ?? own.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        return folder + "/redpipe"
    }

    /// The folder of the test bundle, which the runner gets as an argument.
    private static var testFolder: String? {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        guard let bundle, let slash = bundle.lastIndex(of: "/") else { return nil }
        return String(bundle[..<slash])
    }
}
