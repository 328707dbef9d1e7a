extension Pipeline {
    /// Queues what `body` queues, all of it or, if it throws, nothing.
    ///
    ///     let count = try pipeline.nest { pipeline throws(StockError) in
    ///         guard amount > 0 else { throw StockError.empty }
    ///         return pipeline.decrBy("stock:1", amount)
    ///     }
    ///
    /// The commands keep their place in the order of the program. Nothing is sent here.
    ///
    /// - Parameters:
    ///   - connection: Where the body's commands go that name no connection; to this block's if
    ///     none is named.
    ///   - body: Gets this very pipeline.
    /// - Returns: What `body` returned.
    /// - Throws: What `body` threw; its commands and callbacks are taken back then, and their
    ///   deferreds say ``DeferredError/abandoned``.
    public mutating func nest<Result, Failure>(
        on connection: ConnectionName? = nil,
        _ body: (inout Pipeline) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let savepoint = savepoint()
        currentLane = lane(for: connection)
        do {
            let result = try body(&self)
            currentLane = savepoint.currentLane
            return result
        } catch {
            rollBack(to: savepoint)
            throw error
        }
    }

    /// Makes a connection the one of commands that name none.
    ///
    /// - Parameter lane: A position from `lane(for:)`.
    /// - Returns: The position that was current before.
    @discardableResult
    package mutating func enterLane(_ lane: Int) -> Int {
        defer { currentLane = lane }
        return currentLane
    }
}
