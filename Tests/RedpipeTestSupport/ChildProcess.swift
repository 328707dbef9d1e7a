package import Glibc
import Redpipe

/// A started process and the ends of its three streams.
package struct ChildProcess {
    package let identifier: pid_t
    package let input: Int32
    package let output: Int32
    package let errors: Int32

    /// Starts a program with nothing of our signals, streams or environment.
    package init(_ path: String, _ arguments: [String], environment: [String]) throws {
        let (inputEnds, outputEnds) = (try Self.pipe(), try Self.pipe())
        let errorEnds = try Self.pipe()
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (end, stream) in [(inputEnds.read, 0), (outputEnds.write, 1), (errorEnds.write, 2)] {
            unsafe posix_spawn_file_actions_adddup2(&actions, end, Int32(stream))
        }
        // Another test may have opened them at this very moment; its peer waits for their end.
        unsafe Spawn.closeOthers(from: 3, &actions)
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        Self.clearSignals(&attributes)
        let variables = ["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/nonexistent"] + environment
        var process: pid_t = 0
        let result = unsafe Self.withCStrings([path] + arguments) { words in
            unsafe Self.withCStrings(variables) { variables in
                unsafe posix_spawn(&process, path, &actions, &attributes, words, variables)
            }
        }
        for end in [inputEnds.read, outputEnds.write, errorEnds.write] { close(end) }
        guard result == 0 else { throw SystemFailure("posix_spawn") }
        identifier = process
        (input, output, errors) = (inputEnds.write, outputEnds.read, errorEnds.read)
    }

    /// Waits for the end of the process.
    package func wait() -> ProgramRun.Ending {
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        for stream in [output, errors] { close(stream) }
        let signal = status & 0x7f
        return signal == 0 ? .exited(status >> 8 & 0xff) : .killed(signal)
    }

    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard unsafe Glibc.pipe(&ends) == 0 else { throw SystemFailure("pipe") }
        return (ends[0], ends[1])
    }

    private static func clearSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    private static func withCStrings(
        _ texts: [String],
        _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        var pointers = unsafe texts.map { unsafe strdup($0) }
        unsafe pointers.append(nil)
        defer {
            for index in unsafe pointers.indices { unsafe free(pointers[index]) }
        }
        return unsafe pointers.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return EINVAL }
            return unsafe body(base)
        }
    }
}
