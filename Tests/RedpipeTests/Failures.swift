import Redpipe

/// An error of a test's own.
struct Oops: Error, Equatable {}

extension Deferred {
    /// In a word why there is no value; `nil` if there is one.
    var problem: String? {
        do throws(DeferredError) {
            _ = try value
            return nil
        } catch {
            return error.word
        }
    }
}

extension Pipeline {
    /// Executes the pipeline; returns what that throws.
    consuming func executionError(
        on connections: Connections,
        timeout: Duration? = nil
    ) -> ExecutionError? {
        do throws(ExecutionError) {
            try execute(on: connections, timeout: timeout)
            return nil
        } catch {
            return error
        }
    }
}

extension DeferredError {
    fileprivate var word: String {
        switch self {
        case .pending: "pending"
        case .abandoned: "abandoned"
        case .invalidCommand: "invalid"
        case .server(let error): "\(error.code)"
        case .connection(let failure): failure.outcome == .notSent ? "not sent" : "unknown"
        case .decoding: "decoding"
        case .field: "field"
        case .computation: "computation"
        }
    }
}
