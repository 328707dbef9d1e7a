package import RedpipeRESP

/// The place where the reply to one queued command will arrive.
///
/// Deferreds share it by reference. Like its pipeline it belongs to one thread.
package final class ReplySlot: ReplySink {
    private var state = State.pending

    /// A slot whose command has not been answered.
    package init() {}

    /// The reply, an error reply being thrown.
    package var reply: RESPValue {
        get throws(DeferredError) {
            switch state {
            case .pending: throw .pending
            case .integer(let number): return .integer(number)
            case .ok: return Self.ok
            case .replied(let reply): return try Self.checked(reply)
            case .failed(let error): throw error
            }
        }
    }

    /// Whether the command was answered, failed or given up.
    package var isSettled: Bool {
        if case .pending = state { false } else { true }
    }

    package func fill(with reply: RESPValue) {
        state = .replied(reply)
    }

    package func fill(with number: Int64) {
        state = .integer(number)
    }

    package func fillWithOK() {
        state = .ok
    }

    package func fail(with error: DeferredError) {
        state = .failed(error)
    }

    private static let ok = RESPValue.simpleString(Array("OK".utf8))

    private static func checked(_ reply: RESPValue) throws(DeferredError) -> RESPValue {
        guard case .error(let text) = reply.withoutAttributes else { return reply }
        throw .server(ServerError(text: text))
    }

    private enum State {
        case pending
        case integer(Int64)
        case ok
        case replied(RESPValue)
        case failed(DeferredError)
    }
}
