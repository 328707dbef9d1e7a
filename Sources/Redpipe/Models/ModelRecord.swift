public import RedpipeFields

/// A handle of one record: what was loaded and saved through it.
///
///     let user = try users.record("1")
///     pipeline.enqueue(user.load())
///     try pipeline.execute(on: connections)
///     try user.value(of: "name")
///
/// It is a class, because identity is the meaning: two handles of one id are independent. It
/// belongs to one thread.
public final class ModelRecord {
    public let definition: ModelDefinition
    public let id: [UInt8]
    public let key: [UInt8]
    /// The values that are known, without nulls.
    private var known = FieldMap()
    /// Fields that are known to be null.
    private var absent: Set<[UInt8]> = []
    /// Whether what is not known is null.
    private var isWhole = false
    private var existence: Bool?

    init(of definition: ModelDefinition, id: [UInt8], key: [UInt8]) {
        self.definition = definition
        self.id = id
        self.key = key
    }
}

extension ModelRecord {
    /// Whether the record exists, as it was when it was loaded or written last.
    ///
    /// - Throws: ``ModelError/notLoaded(_:of:)`` if it was neither.
    public var exists: Bool {
        get throws(ModelError) {
            guard let existence else { throw .notLoaded("exists", of: definition.name) }
            return existence
        }
    }

    /// The value of a field, null if the record has none.
    ///
    /// - Throws: ``ModelError/notLoaded(_:of:)`` if it was neither loaded nor saved,
    ///   ``ModelError/unknownField(_:of:suggestion:)`` if it is neither declared nor there.
    public func value(of name: [UInt8]) throws(ModelError) -> FieldValue {
        if let value = known[name] { return value }
        let isKnown = isWhole || absent.contains(name)
        guard isKnown || definition.field(name) != nil else { throw definition.unknownField(name) }
        guard isKnown else {
            throw .notLoaded(String(decoding: name, as: UTF8.self), of: definition.name)
        }
        return .null
    }

    /// The value of a field, null if the record has none; throws as the other one.
    public func value(of name: String) throws(ModelError) -> FieldValue {
        try value(of: Array(name.utf8))
    }

    /// Everything that is known and not null: declared fields in their order, then the others.
    public var fields: FieldMap {
        var fields = FieldMap()
        for field in definition.fields { fields[field.name] = known[field.name] }
        for (name, value) in known { fields[name] = value }
        return fields
    }

    /// What it shows: as ``fields``, with times in ISO 8601.
    public var shownFields: FieldMap {
        var shown = FieldMap()
        for (name, value) in fields {
            shown[name] = definition.field(name)?.type.shown(value) ?? value
        }
        return shown
    }

    /// The record as a hash, for any command.
    public var hash: TypedKey { TypedKey(keyspace: definition.keyspace, id: id, bytes: key) }
}

extension ModelRecord {
    /// A value was written or read.
    func note(_ value: FieldValue, of name: [UInt8]) {
        if value == .null {
            known[name] = nil
            absent.insert(name)
        } else {
            known[name] = value
            if !absent.isEmpty { absent.remove(name) }
        }
    }

    /// Values were written; none of them is null.
    func note(written fields: FieldMap) {
        if known.isEmpty, absent.isEmpty {
            known = fields
        } else {
            for (name, value) in fields { note(value, of: name) }
        }
        existence = true
    }

    /// A field was removed; a hash without fields does not exist.
    func noteRemoval(of name: [UInt8]) {
        note(.null, of: name)
        if known.isEmpty { existence = isWhole ? false : nil }
    }

    /// The whole record was read or made.
    func noteAll(_ fields: FieldMap) {
        known = fields
        absent = []
        isWhole = true
        existence = !fields.isEmpty
    }

    /// The record was seen to exist or not.
    func note(existence: Bool) {
        self.existence = existence
    }
}

extension ModelRecord: CustomStringConvertible {
    /// The record as scripts print it: `User("1") {name: "Bob"}`.
    public var description: String {
        let fields = shownFields.map { name, value in
            String(decoding: name, as: UTF8.self) + ": \(value)"
        }
        let call = "\(definition.name)(\(FieldValue.string(id)))"
        return fields.isEmpty ? call + " {}" : call + " {" + fields.joined(separator: ", ") + "}"
    }
}
