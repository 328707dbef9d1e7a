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
    /// Every key holds its keyspace, so a copy is a reference.
    private let contents: Contents

    private final class Contents: Hashable, Sendable {
        let name: String
        let type: KeyspaceType
        let template: KeyTemplate
        let connection: ConnectionName?
        let valueType: FieldType?
        let fields: FieldTypes
        let shardCount: Int?

        init(
            _ name: String,
            _ type: KeyspaceType,
            _ template: KeyTemplate,
            _ connection: ConnectionName?,
            _ valueType: FieldType?,
            _ fields: FieldTypes,
            _ shardCount: Int?
        ) {
            self.name = name
            self.type = type
            self.template = template
            self.connection = connection
            self.valueType = valueType
            self.fields = fields
            self.shardCount = shardCount
        }

        static func == (one: Contents, other: Contents) -> Bool {
            one === other
                || one.name == other.name && one.type == other.type
                    && one.template == other.template && one.connection == other.connection
                    && one.valueType == other.valueType && one.fields == other.fields
                    && one.shardCount == other.shardCount
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(type)
            hasher.combine(template)
        }
    }

    /// The name in messages.
    public var name: String { contents.name }
    public var type: KeyspaceType { contents.type }
    public var template: KeyTemplate { contents.template }
    /// Where its keys are; where a command without a connection goes if none is named.
    public var connection: ConnectionName? { contents.connection }
    /// How values, members and elements are stored; as they are if there is none.
    public var valueType: FieldType? { contents.valueType }
    /// How fields of their own type are stored, in hashes and streams.
    public var fields: FieldTypes { contents.fields }
    /// Over how many hashes a keyspace of strings is spread.
    public var shardCount: Int? { contents.shardCount }

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
        contents = Contents(
            name,
            type,
            template,
            connection,
            valueType,
            fields,
            shardCount.map { max(1, min($0, Self.largestShardCount)) }
        )
    }

    /// A keyspace that messages call by its template.
    ///
    /// - Throws: ``KeyTemplateError`` unless the template has exactly one `*`.
    init(
        namedBy template: String,
        _ type: KeyspaceType,
        on connection: ConnectionName? = nil,
        of valueType: FieldType? = nil,
        fields: FieldTypes = [:],
        shards shardCount: Int? = nil
    ) throws(KeyTemplateError) {
        self.init(
            template,
            type,
            try KeyTemplate(template),
            on: connection,
            of: valueType,
            fields: fields,
            shards: shardCount
        )
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
