public import RedpipeCommands
public import RedpipeFields

/// Keys that hold one value each.
///
///     let names = try StringKeyspace<String>("N{*}")
///     try names.set("1", "Bob", in: &pipeline)
///
/// With `shards:` the values are fields of so many hashes, as in Python redpipe's `HashedString`.
public struct StringKeyspace<Value: FieldConvertible>: TypedKeyspace {
    public let definition: KeyspaceDefinition

    /// The keys of a template with one `*` for the id.
    ///
    /// - Throws: ``KeyTemplateError`` unless there is exactly one.
    public init(
        _ template: String,
        on connection: ConnectionName? = nil,
        of type: FieldType = Value.fieldType,
        shards shardCount: Int? = nil
    ) throws(KeyTemplateError) {
        definition = try KeyspaceDefinition(
            namedBy: template,
            .string,
            on: connection,
            of: type,
            shards: shardCount
        )
    }
}

extension StringKeyspace {
    /// `GET`: the value, `nil` if it is missing.
    @discardableResult
    public func get(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Value?> {
        try queue("get", id, in: &pipeline)
    }

    /// `SET`: gives a key a value.
    ///
    /// - Returns: `true`; of a sharded string whether it is new.
    @discardableResult
    public func set(
        _ id: some RedisArgument,
        _ value: Value,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        let reply = pipeline.enqueue(try key(id).command("set", [value.fieldValue]))
        return reply.map { $0 == "OK" ? true : try Bool($0) }
    }

    /// `SETNX`: gives a key a value that has none; whether it had none.
    @discardableResult
    public func setnx(
        _ id: some RedisArgument,
        _ value: Value,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        try queue("setnx", id, [value.fieldValue], in: &pipeline)
    }

    /// `INCRBY`: adds to a counter, which starts at 0; its new value.
    @discardableResult
    public func incrBy(
        _ id: some RedisArgument,
        _ increment: Int,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("incrby", id, [increment.fieldValue], in: &pipeline)
    }

    /// `STRLEN`: how many bytes are stored.
    @discardableResult
    public func strlen(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("strlen", id, in: &pipeline)
    }
}
