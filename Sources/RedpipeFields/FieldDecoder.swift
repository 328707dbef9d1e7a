/// Makes `Decodable` values of field values.
///
///     try FieldDecoder.decode(User.self, from: ["name": "Bob"])
package struct FieldDecoder {
    let value: FieldValue
    package let codingPath: [any CodingKey]

    init(_ value: FieldValue, at codingPath: [any CodingKey]) {
        self.value = value
        self.codingPath = codingPath
    }

    /// A value of a type.
    ///
    /// - Throws: ``DecodingError`` for a value that does not fit, and what the type's own
    ///   `init(from:)` throws.
    package static func decode<Value: Decodable>(
        _ type: Value.Type,
        from value: FieldValue
    ) throws -> Value {
        try FieldDecoder(value, at: []).decode(type)
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let type = type as? any FieldConvertible.Type, !(type is any OptionalType.Type) {
            if let result = try convert(type) as? Value { return result }
        } else if let type = type as? any FixedWidthInteger.Type {
            if let result = try integer(type) as? Value { return result }
        } else if type == Float.self, let result = Float(try convert(Double.self)) as? Value {
            return result
        }
        return try Value(from: self)
    }

    private func convert<Value: FieldConvertible>(_ type: Value.Type) throws -> Value {
        do throws(FieldError) {
            return try Value(value)
        } catch {
            throw mismatch(type, error.description)
        }
    }

    private func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws -> Value {
        guard case .integer(let number) = value, let result = Value(exactly: number) else {
            throw mismatch(type, "\(value.excerpt) where \(type) is wanted")
        }
        return result
    }

    func mismatch(_ type: Any.Type, _ message: String) -> DecodingError {
        let context = DecodingError.Context(codingPath: codingPath, debugDescription: message)
        return value == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

/// Optionals decode themselves, for what they wrap need not be convertible.
private protocol OptionalType {}

extension Optional: OptionalType {}

extension FieldDecoder: Decoder {
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    package func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        guard case .map(let map) = value else {
            throw mismatch(FieldMap.self, "\(value.excerpt) where a map is wanted")
        }
        return KeyedDecodingContainer(FieldKeyedDecoder(map, at: codingPath))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let items) = value else {
            throw mismatch([FieldValue].self, "\(value.excerpt) where a list is wanted")
        }
        return FieldListDecoder(items, at: codingPath)
    }

    package func singleValueContainer() -> any SingleValueDecodingContainer {
        FieldSingleDecoder(decoder: self)
    }
}

/// A value that is decoded as one of another type.
private struct FieldSingleDecoder: SingleValueDecodingContainer {
    let decoder: FieldDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.value == .null }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try decoder.decode(type)
    }
}
