import Synchronization

/// What the connections of a scripted server have sent.
final class ScriptedLog: Sendable {
    private let mutex: Mutex<[[UInt8]]> = Mutex([])

    var entries: [[UInt8]] { mutex.withLock { $0 } }

    func append(_ bytes: [UInt8]) {
        mutex.withLock { $0.append(bytes) }
    }
}
