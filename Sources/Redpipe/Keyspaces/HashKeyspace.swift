public import RedpipeCommands
public import RedpipeFields

/// Keys that hold fields with values.
///
///     let stock = try HashKeyspace("S{*}", fields: ["count": .int, "price": .float])
///     let count = try stock.hget("1", "count", as: Int.self, in: &pipeline)
public struct HashKeyspace: TypedKeyspace {
    public let definition: KeyspaceDefinition

    /// The keys of a template with one `*` for the id.
    ///
    /// - Parameters:
    ///   - template: The keys.
    ///   - connection: Where they are.
    ///   - fields: How fields are stored that have a type of their own.
    ///   - type: How other fields are stored; as they are if there is none.
    /// - Throws: ``KeyTemplateError`` unless there is exactly one `*`.
    public init(
        _ template: String,
        on connection: ConnectionName? = nil,
        fields: FieldTypes = [:],
        of type: FieldType? = nil
    ) throws(KeyTemplateError) {
        definition = try KeyspaceDefinition(
            namedBy: template,
            .hash,
            on: connection,
            of: type,
            fields: fields
        )
    }
}

extension HashKeyspace {
    /// `HGET`: the value of a field, `nil` if it is missing.
    @discardableResult
    public func hget<Value: FieldConvertible>(
        _ id: some RedisArgument,
        _ field: String,
        as type: Value.Type = String.self,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Value?> {
        try queue("hget", id, [.text(field)], in: &pipeline)
    }

    /// `HSET`: gives fields values; how many fields are new.
    @discardableResult
    public func hset(
        _ id: some RedisArgument,
        _ fields: FieldMap,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("hset", id, fields.flatMap { [.string($0), $1] }, in: &pipeline)
    }

    /// `HGETALL`: all fields with their values; empty if the key is missing.
    @discardableResult
    public func hgetall(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<FieldMap> {
        try queue("hgetall", id, in: &pipeline)
    }

    /// `HINCRBY`: adds to a field that is a counter; its new value.
    @discardableResult
    public func hincrBy(
        _ id: some RedisArgument,
        _ field: String,
        _ increment: Int,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("hincrby", id, [.text(field), increment.fieldValue], in: &pipeline)
    }

    /// `HDEL`: removes fields; how many there were.
    @discardableResult
    public func hdel(
        _ id: some RedisArgument,
        _ fields: [String],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("hdel", id, fields.map(\.fieldValue), in: &pipeline)
    }
}
