/// Why a scratch server could not be started.
@nonexhaustive
public enum ScratchServerError: Error, Hashable, Sendable {
    /// Neither `redis-server` nor `valkey-server`, or what `REDPIPE_SERVER` names, was found.
    case noServer([String])
    /// The system refused something; what, and its words.
    case system(String, String)
    /// The server ended before it answered; the end of what it said.
    case ended(String)
    /// The server did not answer in time.
    case timedOut
}

extension ScratchServerError: CustomStringConvertible {
    /// Lower case and without a full stop.
    public var description: String {
        switch self {
        case .noServer(let names):
            "no server for scratch connections: \(names.joined(separator: " and ")) not found in "
                + "PATH (`REDPIPE_SERVER` may name another)"
        case .system(let call, let words): "cannot start a scratch server: \(call): \(words)"
        case .ended(let words): "the scratch server ended at once: \(words)"
        case .timedOut: "the scratch server did not answer"
        }
    }
}
