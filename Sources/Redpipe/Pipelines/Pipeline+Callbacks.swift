extension Pipeline {
    /// Runs `body` once all replies of the wave are there.
    ///
    /// Callbacks run in the order of the program, each exactly once, also if commands failed. What
    /// one of them queues is sent together with what the others queue, as the next wave; if it
    /// throws, nothing of its own is sent, the others run all the same, and `execute` throws.
    ///
    /// - Parameter body: Gets a pipeline for more commands, on the connection of this block.
    public mutating func onExecute(_ body: @escaping (inout Pipeline) throws -> Void) {
        callbacks.append(Callback(lane: currentLane, run: body, abandon: nil))
    }

    /// A value that is computed from replies once they are there.
    ///
    ///     let total = pipeline.compute { try (hits.value + misses.value) }
    ///
    /// It is computed exactly once, in the order of the callbacks.
    ///
    /// - Parameter body: What it throws fails this deferred alone.
    /// - Returns: The value, once the callback has run.
    public mutating func compute<Value>(_ body: @escaping () throws -> Value) -> Deferred<Value> {
        let slot = ComputedSlot<Value>()
        let callback = Callback(
            lane: currentLane,
            run: { _ in slot.fill(by: body) },
            abandon: slot.abandon
        )
        callbacks.append(callback)
        return Deferred(slot)
    }
}
