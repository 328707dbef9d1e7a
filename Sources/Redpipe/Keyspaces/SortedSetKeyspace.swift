public import RedpipeCommands
public import RedpipeFields

/// Keys that hold members with scores, in the order of the scores.
///
///     let followers = try SortedSetKeyspace<String>("F{*}")
///     try followers.zadd("1", "a", score: 1, in: &pipeline)
public struct SortedSetKeyspace<Member: FieldConvertible>: TypedKeyspace {
    public let definition: KeyspaceDefinition

    /// The keys of a template with one `*` for the id.
    ///
    /// - Throws: ``KeyTemplateError`` unless there is exactly one.
    public init(
        _ template: String,
        on connection: ConnectionName? = nil,
        of type: FieldType = Member.fieldType
    ) throws(KeyTemplateError) {
        definition = try KeyspaceDefinition(namedBy: template, .zset, on: connection, of: type)
    }
}

extension SortedSetKeyspace {
    /// `ZADD`: adds a member, or changes its score; how many members are new, 1 or 0.
    @discardableResult
    public func zadd(
        _ id: some RedisArgument,
        _ member: Member,
        score: Double,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("zadd", id, [score.fieldValue, member.fieldValue], in: &pipeline)
    }

    /// `ZREM`: removes members; how many there were.
    @discardableResult
    public func zrem(
        _ id: some RedisArgument,
        _ members: [Member],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("zrem", id, members.map(\.fieldValue), in: &pipeline)
    }

    /// `ZRANGE`: the members from one rank to another, both included; -1 is the last.
    @discardableResult
    public func zrange(
        _ id: some RedisArgument,
        _ start: Int = 0,
        _ stop: Int = -1,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[Member]> {
        try queue("zrange", id, [start.fieldValue, stop.fieldValue], in: &pipeline)
    }

    /// `ZREVRANGE`: the members from one rank to another, the highest score first.
    @discardableResult
    public func zrevrange(
        _ id: some RedisArgument,
        _ start: Int = 0,
        _ stop: Int = -1,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[Member]> {
        try queue("zrevrange", id, [start.fieldValue, stop.fieldValue], in: &pipeline)
    }

    /// `ZRANGE … WITHSCORES`: the members from one rank to another, with their scores.
    @discardableResult
    public func zrangeWithScores(
        _ id: some RedisArgument,
        _ start: Int = 0,
        _ stop: Int = -1,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[(member: Member, score: Double)]> {
        let words: [FieldValue] = [start.fieldValue, stop.fieldValue, "WITHSCORES"]
        let pairs: Deferred<[[FieldValue]]> = try queue("zrange", id, words, in: &pipeline)
        return pairs.map { pairs in
            try pairs.map { pair in
                (try Member(pair.first ?? .null), try Double(pair.last ?? .null))
            }
        }
    }

    /// `ZSCORE`: the score of a member, `nil` if there is none.
    @discardableResult
    public func zscore(
        _ id: some RedisArgument,
        _ member: Member,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Double?> {
        try queue("zscore", id, [member.fieldValue], in: &pipeline)
    }

    /// `ZCARD`: how many members there are.
    @discardableResult
    public func zcard(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("zcard", id, in: &pipeline)
    }
}
