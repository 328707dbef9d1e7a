/// The place where a callback puts what it computes.
final class ComputedSlot<Value> {
    private var result: Result<Value, DeferredError> = .failure(.pending)

    /// What was computed, or why nothing was.
    var value: Value {
        get throws(DeferredError) { try result.get() }
    }

    /// Runs `compute` and keeps what it returns or throws.
    func fill(by compute: () throws -> Value) {
        do {
            result = .success(try compute())
        } catch {
            result = .failure(DeferredError(wrapping: error))
        }
    }

    /// Says that nothing will ever be computed.
    func abandon() {
        result = .failure(.abandoned)
    }
}
