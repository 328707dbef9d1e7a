public import RedpipeCommands
public import RedpipeFields

/// Keys that hold lists.
///
///     let jobs = try ListKeyspace<[String]>("J{*}")
///     try jobs.rpush("mail", [["to", "Bob"]], in: &pipeline)
public struct ListKeyspace<Element: FieldConvertible>: TypedKeyspace {
    public let definition: KeyspaceDefinition

    /// The keys of a template with one `*` for the id.
    ///
    /// - Throws: ``KeyTemplateError`` unless there is exactly one.
    public init(
        _ template: String,
        on connection: ConnectionName? = nil,
        of type: FieldType = Element.fieldType
    ) throws(KeyTemplateError) {
        definition = try KeyspaceDefinition(namedBy: template, .list, on: connection, of: type)
    }
}

extension ListKeyspace {
    /// `RPUSH`: appends elements; the new length.
    @discardableResult
    public func rpush(
        _ id: some RedisArgument,
        _ elements: [Element],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("rpush", id, elements.map(\.fieldValue), in: &pipeline)
    }

    /// `LPUSH`: puts elements in front, the last one first; the new length.
    @discardableResult
    public func lpush(
        _ id: some RedisArgument,
        _ elements: [Element],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("lpush", id, elements.map(\.fieldValue), in: &pipeline)
    }

    /// `LPOP`: removes the first element, `nil` if there is none.
    @discardableResult
    public func lpop(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Element?> {
        try queue("lpop", id, in: &pipeline)
    }

    /// `RPOP`: removes the last element, `nil` if there is none.
    @discardableResult
    public func rpop(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Element?> {
        try queue("rpop", id, in: &pipeline)
    }

    /// `LRANGE`: the elements from one place to another, both included; -1 is the last.
    @discardableResult
    public func lrange(
        _ id: some RedisArgument,
        _ start: Int = 0,
        _ stop: Int = -1,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[Element]> {
        try queue("lrange", id, [start.fieldValue, stop.fieldValue], in: &pipeline)
    }

    /// `LLEN`: how many elements there are.
    @discardableResult
    public func llen(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("llen", id, in: &pipeline)
    }
}

extension ListKeyspace {
    /// `SORT`: the elements sorted as numbers, or as texts.
    ///
    /// - Parameters:
    ///   - id: Whose elements they are.
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
    ) throws(KeyspaceError) -> Deferred<[Element]> {
        try queueSort(id, isDescending: isDescending, isAlphabetic: isAlphabetic, in: &pipeline)
    }
}
