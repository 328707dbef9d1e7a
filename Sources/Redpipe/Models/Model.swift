import RedpipeFields

/// `Codable` structs as records: hashes whose fields have types.
///
///     struct User: Codable {
///         var name: String
///         var lastSeen: Int?
///     }
///     let users = Model<User>(try ModelDefinition(
///         "User",
///         KeyTemplate("U{*}"),
///         [ModelField("name", .text, isRequired: true), ModelField("lastSeen", .int)]
///     ))
///     try users.save("1", User(name: "Bob"), in: &pipeline)
///     let bob = try users.load("1", in: &pipeline)
///
/// The definition says how each field is stored. What a struct has as `nil` the record has not.
public struct Model<Record: Codable> {
    /// How the records are stored.
    public let definition: ModelDefinition

    /// A model of a struct.
    public init(_ definition: ModelDefinition) {
        self.definition = definition
    }
}

extension Model {
    /// Reads a record, `nil` if it is missing; fields that the struct has not are left out.
    @discardableResult
    public func load(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(ModelError) -> Deferred<Record?> {
        let record = try record(id)
        return pipeline.enqueue(record.load()).map { _ in
            guard try record.exists else { return nil }
            return try FieldDecoder.decode(Record.self, from: .map(record.fields))
        }
    }

    /// Gives a record all values of a struct; declared fields that are `nil` in it are removed.
    ///
    /// - Throws: ``ModelError`` for a value that does not fit its field, ``EncodingError`` for a
    ///   struct that is none of fields.
    public func save(
        _ id: some RedisArgument,
        _ record: Record,
        in pipeline: inout Pipeline
    ) throws {
        var values = try Self.fields(of: record)
        for field in definition.fields where values[field.name] == nil {
            values[field.name] = .null
        }
        pipeline.enqueue(try self.record(id).save(values))
    }

    /// Makes a record, defaults included, unless one exists.
    ///
    /// - Returns: Whether it was made.
    /// - Throws: ``ModelError`` for a value that does not fit its field or is missing,
    ///   ``EncodingError`` for a struct that is none of fields.
    @discardableResult
    public func create(
        _ id: some RedisArgument,
        _ record: Record,
        in pipeline: inout Pipeline
    ) throws -> Deferred<Bool> {
        let result = pipeline.enqueue(try self.record(id).create(try Self.fields(of: record)))
        return pipeline.compute {
            do throws(DeferredError) {
                _ = try result.value
                return true
            } catch {
                guard case .computation(let cause) = error, case ModelError.exists = cause else {
                    throw error
                }
                return false
            }
        }
    }

    /// `DEL`: removes a record; whether it was there.
    @discardableResult
    public func delete(
        _ id: some RedisArgument,
        in pipeline: inout Pipeline
    ) throws(ModelError) -> Deferred<Bool> {
        pipeline.enqueue(try record(id).delete()).map { result in
            guard case .value(let value) = result else { return false }
            return try Bool(value)
        }
    }

    /// The record without a type, for single fields and counters.
    ///
    /// - Throws: ``ModelError/template(_:)`` for an id that has no key.
    public func record(_ id: some RedisArgument) throws(ModelError) -> ModelRecord {
        var bytes: [UInt8] = []
        id.append(to: &bytes)
        return try definition.record(bytes)
    }

    private static func fields(of record: Record) throws -> FieldMap {
        guard case .map(let values) = try FieldEncoder.encode(record) else {
            let context = EncodingError.Context(
                codingPath: [],
                debugDescription: "\(Record.self) has no fields"
            )
            throw EncodingError.invalidValue(record, context)
        }
        var fields = FieldMap()
        for (name, value) in values where value != .null { fields[name] = value }
        return fields
    }
}
