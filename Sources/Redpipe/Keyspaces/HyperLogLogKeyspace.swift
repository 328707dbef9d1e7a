public import RedpipeCommands
public import RedpipeFields

/// Keys that count distinct elements without keeping them.
///
///     let visitors = try HyperLogLogKeyspace<Int>("V{*}")
///     try visitors.pfadd("today", [17, 4], in: &pipeline)
public struct HyperLogLogKeyspace<Element: FieldConvertible>: TypedKeyspace {
    public let definition: KeyspaceDefinition

    /// The keys of a template with one `*` for the id.
    ///
    /// - Throws: ``KeyTemplateError`` unless there is exactly one.
    public init(
        _ template: String,
        on connection: ConnectionName? = nil,
        of type: FieldType = Element.fieldType
    ) throws(KeyTemplateError) {
        definition = try KeyspaceDefinition(namedBy: template, .hll, on: connection, of: type)
    }
}

extension HyperLogLogKeyspace {
    /// `PFADD`: counts elements; whether the estimate has changed.
    @discardableResult
    public func pfadd(
        _ id: some RedisArgument,
        _ elements: [Element],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        try queue("pfadd", id, elements.map(\.fieldValue), in: &pipeline)
    }

    /// `PFCOUNT`: about how many elements were counted.
    @discardableResult
    public func pfcount(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("pfcount", id, in: &pipeline)
    }
}
