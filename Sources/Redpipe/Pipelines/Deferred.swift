import RedpipeFields
package import RedpipeRESP

/// A value that is there once its pipeline has been executed.
///
///     let hits = pipeline.incr("hits")
///     try pipeline.execute(on: connections)
///     print(try hits.value)
///
/// It is small and can be copied; every copy reads the same reply. It belongs to one thread.
public struct Deferred<Value> {
    private let source: Source

    private enum Source {
        case reply(ReplySlot, decode: (RESPValue) throws(ReplyDecodingError) -> Value)
        case computed(ComputedSlot<Value>)
        case derived(() throws(DeferredError) -> Value)
    }

    /// The value, or why there is none.
    public var value: Value {
        get throws(DeferredError) {
            switch source {
            case .reply(let slot, let decode): try Self.decode(try slot.reply, with: decode)
            case .computed(let slot): try slot.value
            case .derived(let compute): try compute()
            }
        }
    }

    /// A value that `transform` makes of this one, at each reading.
    ///
    /// What `transform` throws fails the new deferred alone.
    public func map<NewValue>(
        _ transform: @escaping (Value) throws -> NewValue
    ) -> Deferred<NewValue> {
        Deferred<NewValue> { () throws(DeferredError) in
            let value = try self.value
            do {
                return try transform(value)
            } catch {
                throw DeferredError(wrapping: error)
            }
        }
    }

    private static func decode(
        _ reply: RESPValue,
        with decode: (RESPValue) throws(ReplyDecodingError) -> Value
    ) throws(DeferredError) -> Value {
        do {
            return try decode(reply)
        } catch {
            throw .decoding(error)
        }
    }
}

extension Deferred {
    /// A value that a reply will be decoded into.
    package init(
        _ slot: ReplySlot,
        decode: @escaping (RESPValue) throws(ReplyDecodingError) -> Value
    ) {
        source = .reply(slot, decode: decode)
    }

    /// A value that a callback will compute.
    init(_ slot: ComputedSlot<Value>) {
        source = .computed(slot)
    }

    /// A value that is derived from others whenever it is read.
    private init(_ compute: @escaping () throws(DeferredError) -> Value) {
        source = .derived(compute)
    }
}

extension Deferred where Value: ReplyDecodable {
    /// A value that a reply will be decoded into.
    package init(_ slot: ReplySlot) {
        self.init(slot, decode: Value.init(reply:))
    }
}

extension DeferredError {
    /// An error that somebody's code threw; a deferred's own passes unchanged.
    init(wrapping error: any Error) {
        switch error {
        case let error as DeferredError: self = error
        case let error as FieldError: self = .field(error)
        default: self = .computation(error)
        }
    }
}
