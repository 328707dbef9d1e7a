public import RedpipeFields

/// A family of keys that a program declares once and uses in pipelines.
///
///     let followers = try SortedSetKeyspace<String>("F{*}", on: "users")
///     let top = try followers.zrange("1", 0, 9, in: &pipeline)
///
/// The first argument of each method is the id. A value that cannot be stored is an error at once,
/// and nothing is queued. Commands go to the keyspace's connection, else to the block's.
public protocol TypedKeyspace {
    /// What the keys are called, what they hold, where they are.
    var definition: KeyspaceDefinition { get }
}

extension TypedKeyspace {
    /// The key of an id.
    ///
    /// - Throws: ``KeyspaceError/template(_:)`` for an id that has no key.
    public func key(_ id: some RedisArgument) throws(KeyspaceError) -> TypedKey {
        var bytes: [UInt8] = []
        id.append(to: &bytes)
        return try definition.key(for: bytes)
    }

    /// Any command of the keys' families, or a generic one.
    ///
    ///     try followers.call("zremrangebyrank", "1", 0, -101, in: &pipeline)
    ///     try followers.call("zrange", "1", 0, 9, named: [("rev", true)], in: &pipeline)
    ///
    /// - Parameters:
    ///   - method: Its name in any case.
    ///   - id: Whose key it is called on.
    ///   - positional: Redis' words in order without the key; the subcommand first.
    ///   - named: Arguments by the names or tokens of the command table.
    ///   - pipeline: Where it is queued.
    /// - Returns: The reply, what is typed in it decoded; null for what is missing.
    /// - Throws: ``KeyspaceError`` for a call that does not fit, or a value of another type.
    @discardableResult
    public func call(
        _ method: String,
        _ id: some RedisArgument,
        _ positional: FieldValue...,
        named: [(name: String, value: FieldValue)] = [],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<FieldValue> {
        pipeline.enqueue(try key(id).command(method, positional, named: named))
    }

    /// Queues a command and reads its reply as a type.
    func queue<Result: FieldConvertible>(
        _ method: String,
        _ id: some RedisArgument,
        _ positional: [FieldValue] = [],
        named: [(name: String, value: FieldValue)] = [],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Result> {
        let command = try key(id).command(method, positional, named: named)
        return pipeline.enqueue(command).map { try Result($0) }
    }

    /// Queues SORT of what is in a key.
    func queueSort<Element: FieldConvertible>(
        _ id: some RedisArgument,
        isDescending: Bool,
        isAlphabetic: Bool,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[Element]> {
        let options: [(name: String, value: FieldValue)] = [
            ("desc", .boolean(isDescending)), ("alpha", .boolean(isAlphabetic)),
        ]
        return try queue("sort", id, named: options, in: &pipeline)
    }
}
