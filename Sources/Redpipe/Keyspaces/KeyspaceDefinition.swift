public import RedpipeCommands
public import RedpipeFields

/// Keys that share a shape: what they are called, what they hold, where they are.
///
///     let followers = KeyspaceDefinition("Followers", .zset, try KeyTemplate("F{*}"))
///     let key = try followers.key(for: "1")                        // F{1}
///     let command = try key.command("zadd", [1, "a"])              // ZADD F{1} 1 a
///
/// The typed keyspaces are made of it, and so is whatever knows its keys at run time only.
public struct KeyspaceDefinition: Hashable, Sendable {
    /// The name in messages.
    public let name: String
    public let type: KeyspaceType
    public let template: KeyTemplate
    /// Where its keys are; where a command without a connection goes if none is named.
    public let connection: ConnectionName?
    /// How values, members and elements are stored; as they are if there is none.
    public let valueType: FieldType?
    /// How fields of their own type are stored, in hashes and streams.
    public let fields: FieldTypes
    /// Over how many hashes a keyspace of strings is spread.
    public let shardCount: Int?

    /// A keyspace.
    public init(
        _ name: String,
        _ type: KeyspaceType,
        _ template: KeyTemplate,
        on connection: ConnectionName? = nil,
        of valueType: FieldType? = nil,
        fields: FieldTypes = FieldTypes(),
        shards shardCount: Int? = nil
    ) {
        self.name = name
        self.type = type
        self.template = template
        self.connection = connection
        self.valueType = valueType
        self.fields = fields
        self.shardCount = shardCount.map { max(1, min($0, Self.largestShardCount)) }
    }

    /// More shards than this are taken as so many.
    public static let largestShardCount = 1 << 24
}

extension KeyspaceDefinition {
    /// The key of an id.
    ///
    /// - Throws: ``KeyspaceError/template(_:)`` for an id that has no key.
    public func key(for id: [UInt8]) throws(KeyspaceError) -> TypedKey {
        do throws(KeyTemplateError) {
            guard let shardCount else {
                return TypedKey(keyspace: self, id: id, bytes: try template.key(for: id))
            }
            guard !id.isEmpty else { throw .emptyID }
            let shard = MD5.hash(id).remainder(dividingBy: shardCount)
            let bytes = try template.key(for: Array(String(shard).utf8))
            return TypedKey(keyspace: self, id: id, bytes: bytes)
        } catch {
            throw .template(error)
        }
    }

    /// The key of an id.
    ///
    /// - Throws: ``KeyspaceError/template(_:)`` for an id that has no key.
    public func key(for id: String) throws(KeyspaceError) -> TypedKey {
        try key(for: Array(id.utf8))
    }

    /// The type of what stands at a typed place; `nil` if it is taken as it is.
    func type(at role: ArgumentRole, field: [UInt8]?) -> FieldType? {
        switch role {
        case .value: valueType
        case .fieldValue: field.flatMap { fields[$0] } ?? valueType
        case .field, .key, .plain: nil
        }
    }
}
