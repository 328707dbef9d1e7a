import RedpipeFields
import RedpipeRESP

/// What one command of an operation means to the record.
enum ModelStep {
    /// Nothing: a lifetime was renewed.
    case nothing
    /// Fields were given values.
    case assigned(FieldMap)
    /// A field was given a value unless it had one.
    case filled
    /// Fields were removed; how many is the result if it is asked for.
    case removed([[UInt8]], isCounted: Bool)
    /// All fields come.
    case loadedAll
    /// Some fields come, in this order.
    case loaded([[UInt8]])
    /// Whether the key exists comes.
    case checked
    /// A counter has a new value.
    case counted([UInt8])
    /// A value comes that is removed next.
    case popped([UInt8])
    /// The record was made, or one exists already.
    case created(FieldMap)
    /// The key was deleted.
    case deleted
    /// A number is the result.
    case number

    /// Whether the reply is, or holds, the result of the operation.
    var bringsValue: Bool {
        switch self {
        case .removed(_, let isCounted): isCounted
        case .counted, .popped, .deleted, .number: true
        case .nothing, .assigned, .filled, .loadedAll, .loaded, .checked, .created: false
        }
    }

    /// Shows on the record what the command did.
    ///
    /// - Returns: The result, if it is this command that brings it.
    func apply(_ reply: RESPValue, to record: ModelRecord) throws(ModelError) -> FieldValue? {
        switch self {
        case .nothing, .filled: return nil
        case .assigned(let fields): record.note(written: fields)
        case .removed(let names, let isCounted):
            for name in names { record.noteRemoval(of: name) }
            return isCounted ? FieldValue(reply) : nil
        case .loadedAll: record.noteAll(try Self.fields(of: reply, record.definition))
        case .loaded(let names): try load(names, from: reply, into: record)
        case .checked: record.note(existence: reply != .integer(0))
        case .counted(let name): return try count(name, reply, on: record)
        case .popped(let name): return try pop(name, reply, from: record)
        case .created(let fields):
            guard reply == .integer(1) else {
                throw .exists(id: record.id, of: record.definition.name)
            }
            record.noteAll(fields)
        case .deleted:
            record.noteAll(FieldMap())
            return FieldValue(reply)
        case .number: return FieldValue(reply)
        }
        return nil
    }

    private static func fields(
        of reply: RESPValue,
        _ definition: ModelDefinition
    ) throws(ModelError) -> FieldMap {
        var fields = FieldMap()
        for (name, stored) in try reply.storedFields {
            fields[name] = try definition.decode(stored, of: name)
        }
        return fields
    }

    private func load(
        _ names: [[UInt8]],
        from reply: RESPValue,
        into record: ModelRecord
    ) throws(ModelError) {
        guard let elements = reply.elements, elements.count == names.count else {
            throw .reply(ReplyDecodingError(expected: "an array of fields", found: reply))
        }
        var values: [FieldValue] = []
        for (name, element) in zip(names, elements) {
            values.append(try Self.value(of: name, element, record.definition))
        }
        for (name, value) in zip(names, values) { record.note(value, of: name) }
    }

    private static func value(
        of name: [UInt8],
        _ reply: RESPValue,
        _ definition: ModelDefinition
    ) throws(ModelError) -> FieldValue {
        guard let stored = reply.stringBytes else { return .null }
        return try definition.decode(stored, of: name)
    }

    /// HINCRBY answers a number, HINCRBYFLOAT its text.
    private func count(
        _ name: [UInt8],
        _ reply: RESPValue,
        on record: ModelRecord
    ) throws(ModelError) -> FieldValue {
        let value: FieldValue
        if case .integer(let number) = reply {
            value = .integer(number)
        } else {
            value = try Self.value(of: name, reply, record.definition)
        }
        record.note(value, of: name)
        record.note(existence: true)
        return value
    }

    private func pop(
        _ name: [UInt8],
        _ reply: RESPValue,
        from record: ModelRecord
    ) throws(ModelError) -> FieldValue {
        let value = try Self.value(of: name, reply, record.definition)
        record.noteRemoval(of: name)
        return value
    }
}

extension RESPValue {
    /// The fields of a hash, as a map or as RESP2's array in which both take turns.
    fileprivate var storedFields: [(name: [UInt8], stored: [UInt8])] {
        get throws(ModelError) {
            let words: [RESPValue]
            switch self {
            case .map(let pairs): words = pairs.flatMap { [$0.key, $0.value] }
            case .array(let elements): words = elements
            default: throw .reply(ReplyDecodingError(expected: "a hash", found: self))
            }
            let bytes = words.compactMap(\.stringBytes)
            guard bytes.count == words.count, bytes.count.isMultiple(of: 2) else {
                throw .reply(ReplyDecodingError(expected: "a hash", found: self))
            }
            return stride(from: 0, to: bytes.count, by: 2).map { (bytes[$0], bytes[$0 + 1]) }
        }
    }
}
