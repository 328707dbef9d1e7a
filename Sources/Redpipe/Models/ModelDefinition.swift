public import RedpipeCommands
import RedpipeFields

/// Records that share a shape: hashes whose fields have types.
///
///     let users = ModelDefinition(
///         "User",
///         try KeyTemplate("U{*}"),
///         [try ModelField("name", .text, isRequired: true), try ModelField("age", .int)]
///     )
///     let user = try users.record("1")
///     pipeline.enqueue(try user.save(["name": "Bob"]))
public struct ModelDefinition: Sendable {
    /// Every record holds its definition, so a copy is a reference.
    private let contents: Contents

    private final class Contents: Sendable {
        let name: String
        let fields: [ModelField]
        let lifetimeSeconds: Int64?
        let keyspace: KeyspaceDefinition
        let places: [[UInt8]: Int]

        init(
            _ name: String,
            _ fields: [ModelField],
            _ lifetimeSeconds: Int64?,
            _ keyspace: KeyspaceDefinition,
            _ places: [[UInt8]: Int]
        ) {
            self.name = name
            self.fields = fields
            self.lifetimeSeconds = lifetimeSeconds
            self.keyspace = keyspace
            self.places = places
        }
    }

    /// The name in messages.
    public var name: String { contents.name }
    public var fields: [ModelField] { contents.fields }
    /// After how many seconds without a write a record expires.
    public var lifetimeSeconds: Int64? { contents.lifetimeSeconds }
    /// Its keys, as hashes.
    public var keyspace: KeyspaceDefinition { contents.keyspace }

    /// A model.
    public init(
        _ name: String,
        _ template: KeyTemplate,
        on connection: ConnectionName? = nil,
        lifetimeSeconds: Int64? = nil,
        _ fields: [ModelField]
    ) {
        var types = FieldTypes()
        var places: [[UInt8]: Int] = [:]
        for (place, field) in fields.enumerated() {
            types.declare(field.name, as: field.type)
            places[field.name] = place
        }
        let keyspace = KeyspaceDefinition(name, .hash, template, on: connection, fields: types)
        contents = Contents(name, fields, lifetimeSeconds, keyspace, places)
    }
}

extension ModelDefinition: Hashable {
    /// Whether both say the same.
    public static func == (one: Self, other: Self) -> Bool {
        one.contents === other.contents
            || one.name == other.name && one.fields == other.fields
                && one.lifetimeSeconds == other.lifetimeSeconds && one.keyspace == other.keyspace
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(fields)
        hasher.combine(lifetimeSeconds)
        hasher.combine(keyspace)
    }
}

extension ModelDefinition {
    /// Where its records are; where commands without a connection go if none is named.
    public var connection: ConnectionName? { keyspace.connection }

    /// A declared field.
    public func field(_ name: [UInt8]) -> ModelField? {
        let fields = contents.fields
        // Comparing a few names is faster than hashing one.
        guard fields.count > Self.longestScan else { return fields.first { $0.name == name } }
        return contents.places[name].map { fields[$0] }
    }

    private static let longestScan = 16

    /// A declared field; where its name is expected is looked first.
    func field(_ name: Span<UInt8>, near place: Int) -> ModelField? {
        let fields = contents.fields
        if place < fields.count, fields[place].name.holdsSame(as: name) { return fields[place] }
        guard fields.count <= Self.longestScan else { return field(Array(name)) }
        for field in fields where field.name.holdsSame(as: name) { return field }
        return nil
    }

    /// A handle of a record; nothing is sent.
    ///
    /// - Throws: ``ModelError/template(_:)`` for an id that has no key.
    public func record(_ id: [UInt8]) throws(ModelError) -> ModelRecord {
        do throws(KeyTemplateError) {
            return ModelRecord(of: self, id: id, key: try keyspace.template.key(for: id))
        } catch {
            throw .template(error)
        }
    }

    /// A handle of a record; nothing is sent.
    ///
    /// - Throws: ``ModelError/template(_:)`` for an id that has no key.
    public func record(_ id: String) throws(ModelError) -> ModelRecord {
        try record(Array(id.utf8))
    }

    /// The declared field that was probably meant.
    public func suggestion(for name: String) -> String? {
        Suggestion.nearest(to: name, in: fields.map { String(decoding: $0.name, as: UTF8.self) })
    }

    /// The error of a field that is not declared.
    func unknownField(_ name: [UInt8]) -> ModelError {
        let text = String(decoding: name, as: UTF8.self)
        return .unknownField(text, of: self.name, suggestion: suggestion(for: text))
    }

    /// The stored form of a field's value.
    func encode(_ value: FieldValue, of name: [UInt8]) throws(ModelError) -> [UInt8] {
        guard let field = field(name) else { throw unknownField(name) }
        guard value != .null else { throw .nullField(String(decoding: name, as: UTF8.self)) }
        do throws(FieldError) {
            return try field.type.encode(value)
        } catch {
            throw .value(error.inField(name))
        }
    }

    /// The value of stored bytes; what is not declared is text, or bytes if it is not UTF-8.
    func decode(_ stored: [UInt8], of name: [UInt8]) throws(ModelError) -> FieldValue {
        guard let field = field(name) else { return .string(stored) }
        do throws(FieldError) {
            return try field.type.decode(stored)
        } catch {
            throw .value(error.inField(name))
        }
    }
}

extension [UInt8] {
    fileprivate func holdsSame(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }
}
