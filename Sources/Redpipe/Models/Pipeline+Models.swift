public import RedpipeFields

extension Pipeline {
    /// Queues what a record wants to send; the record shows it when the replies are there.
    ///
    ///     let saved = pipeline.enqueue(try user.save(["name": "Bobby"]))
    ///
    /// - Parameters:
    ///   - operation: Made by a ``ModelRecord``.
    ///   - connection: Where it goes if its model names no connection; else to this block's.
    /// - Returns: The result, once the callbacks have run.
    @discardableResult
    public mutating func enqueue(
        _ operation: ModelOperation,
        on connection: ConnectionName? = nil
    ) -> Deferred<ModelOperation.Result> {
        let target = operation.record.definition.connection ?? connection
        operation.queue(in: &self, onLane: lane(for: target))
        return compute {
            if let problem = operation.problem { throw problem }
            return try operation.apply()
        }
    }
}

extension Deferred<ModelOperation.Result> {
    /// The value that the operation brings; null for one that brings the record.
    public var fieldValue: FieldValue {
        get throws(DeferredError) {
            if case .value(let value) = try value { value } else { .null }
        }
    }
}
