public import RedpipeCommands
public import RedpipeFields

/// Keys that hold sets.
///
///     let tags = try SetKeyspace<String>("T{*}")
///     try tags.sadd("1", ["new", "red"], in: &pipeline)
public struct SetKeyspace<Member: FieldConvertible>: TypedKeyspace {
    public let definition: KeyspaceDefinition

    /// The keys of a template with one `*` for the id.
    ///
    /// - Throws: ``KeyTemplateError`` unless there is exactly one.
    public init(
        _ template: String,
        on connection: ConnectionName? = nil,
        of type: FieldType = Member.fieldType
    ) throws(KeyTemplateError) {
        definition = try KeyspaceDefinition(namedBy: template, .set, on: connection, of: type)
    }
}

extension SetKeyspace {
    /// `SADD`: adds members; how many are new.
    @discardableResult
    public func sadd(
        _ id: some RedisArgument,
        _ members: [Member],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("sadd", id, members.map(\.fieldValue), in: &pipeline)
    }

    /// `SREM`: removes members; how many there were.
    @discardableResult
    public func srem(
        _ id: some RedisArgument,
        _ members: [Member],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("srem", id, members.map(\.fieldValue), in: &pipeline)
    }

    /// `SMEMBERS`: all members, in no order.
    @discardableResult
    public func smembers(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[Member]> {
        try queue("smembers", id, in: &pipeline)
    }

    /// `SISMEMBER`: whether something is a member.
    @discardableResult
    public func sismember(
        _ id: some RedisArgument,
        _ member: Member,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Bool> {
        try queue("sismember", id, [member.fieldValue], in: &pipeline)
    }

    /// `SPOP`: removes any member, `nil` if there is none.
    @discardableResult
    public func spop(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Member?> {
        try queue("spop", id, in: &pipeline)
    }

    /// `SCARD`: how many members there are.
    @discardableResult
    public func scard(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("scard", id, in: &pipeline)
    }
}

extension SetKeyspace {
    /// `SORT`: the members sorted as numbers, or as texts.
    ///
    /// - Parameters:
    ///   - id: Whose members they are.
    ///   - isDescending: The largest first.
    ///   - isAlphabetic: By bytes; needed where one is no number.
    ///   - pipeline: Where it is queued.
    /// - Returns: All of them; the key stays as it is.
    /// - Throws: ``KeyspaceError/template(_:)`` for an id that has no key.
    @discardableResult
    public func sorted(
        _ id: some RedisArgument,
        descending isDescending: Bool = false,
        alphabetic isAlphabetic: Bool = false,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[Member]> {
        try queueSort(id, isDescending: isDescending, isAlphabetic: isAlphabetic, in: &pipeline)
    }
}
