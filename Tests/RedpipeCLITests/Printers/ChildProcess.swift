import Glibc
import Redpipe

/// A program that runs beside a test, with a socket to read what it prints.
///
/// Foundation's `Process` waits by a run loop, which the threads of tests do not have.
final class ChildProcess {
    private let identifier: pid_t
    private let output: Int32
    private var isRunning = true

    /// Starts a program; it reads nothing, and its errors go where ours go.
    init(_ arguments: [String]) throws {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw Failure.notStarted(errno)
        }
        output = ends[0]
        defer { close(ends[1]) }
        identifier = try Self.spawn(arguments, output: ends[1])
    }

    deinit {
        end()
        close(output)
    }

    private static func spawn(_ arguments: [String], output: Int32) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe Spawn.closeOthers(from: 3, &actions)
        var words = unsafe arguments.map { unsafe strdup($0) }
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        unsafe words.append(nil)
        var identifier: pid_t = 0
        let result = unsafe posix_spawnp(
            &identifier,
            arguments[0],
            &actions,
            nil,
            words,
            environ
        )
        guard result == 0 else { throw Failure.notStarted(result) }
        return identifier
    }

    /// The next bytes that it prints; empty once it prints no more.
    func nextOutput() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe read(output, &bytes, bytes.count)
        return Array(bytes.prefix(max(0, count)))
    }

    /// All that it prints until it ends.
    func readToEnd() -> [UInt8] {
        var text: [UInt8] = []
        while case let more = nextOutput(), !more.isEmpty { text += more }
        return text
    }

    /// Ends it, and waits until it is gone.
    func end() {
        guard isRunning else { return }
        isRunning = false
        // The threads of tests block the other signals, and a child inherits that.
        kill(identifier, SIGKILL)
        waitpid(identifier, nil, 0)
    }

    enum Failure: Error {
        case notStarted(Int32)
    }
}
