public import RedpipeCommands
import RedpipeFields

/// Keys that hold bits.
///
///     let seen = try BitmapKeyspace("B{*}")
///     try seen.setbit("today", 17, true, in: &pipeline)
public struct BitmapKeyspace: TypedKeyspace {
    public let definition: KeyspaceDefinition

    /// The keys of a template with one `*` for the id.
    ///
    /// - Throws: ``KeyTemplateError`` unless there is exactly one.
    public init(
        _ template: String,
        on connection: ConnectionName? = nil
    ) throws(KeyTemplateError) {
        definition = try KeyspaceDefinition(namedBy: template, .bitmap, on: connection)
    }
}

extension BitmapKeyspace {
    /// `SETBIT`: sets a bit; what it was.
    @discardableResult
    public func setbit(
        _ id: some RedisArgument,
        _ offset: Int,
        _ bit: Bool,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        try queue("setbit", id, [offset.fieldValue, bit ? 1 : 0], in: &pipeline)
    }

    /// `GETBIT`: a bit.
    @discardableResult
    public func getbit(
        _ id: some RedisArgument,
        _ offset: Int,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        try queue("getbit", id, [offset.fieldValue], in: &pipeline)
    }

    /// `BITCOUNT`: how many bits are set.
    @discardableResult
    public func bitcount(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("bitcount", id, in: &pipeline)
    }
}
