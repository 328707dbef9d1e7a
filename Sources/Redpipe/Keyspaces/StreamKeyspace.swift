public import RedpipeCommands
public import RedpipeFields

/// Keys that hold entries in the order of their arrival.
///
///     let events = try StreamKeyspace("E{*}", fields: ["size": .int])
///     try events.xadd("1", ["size": 5], in: &pipeline)
public struct StreamKeyspace: TypedKeyspace {
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
            .stream,
            on: connection,
            of: type,
            fields: fields
        )
    }
}

extension StreamKeyspace {
    /// `XADD`: appends an entry; its id.
    @discardableResult
    public func xadd(
        _ id: some RedisArgument,
        _ fields: FieldMap,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<String> {
        try queue("xadd", id, ["*"] + fields.flatMap { [.string($0), $1] }, in: &pipeline)
    }

    /// `XRANGE`: the entries from one id to another, both included.
    @discardableResult
    public func xrange(
        _ id: some RedisArgument,
        _ start: String = "-",
        _ end: String = "+",
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[StreamEntry]> {
        let bounds = [start.fieldValue, end.fieldValue]
        let entries: Deferred<[FieldValue]> = try queue("xrange", id, bounds, in: &pipeline)
        return entries.map { try $0.map(StreamEntry.init) }
    }

    /// `XLEN`: how many entries there are.
    @discardableResult
    public func xlen(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("xlen", id, in: &pipeline)
    }
}
