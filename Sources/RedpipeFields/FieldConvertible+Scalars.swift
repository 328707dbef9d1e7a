extension FieldValue: FieldConvertible {
    public static var fieldType: FieldType { .json }

    public init(_ value: FieldValue) {
        self = value
    }

    public var fieldValue: FieldValue { self }
}

extension String: FieldConvertible {
    public static var fieldType: FieldType { .text }

    public init(_ value: FieldValue) throws(FieldError) {
        guard let text = value.string else { throw FieldError(.text, .value(value)) }
        self = text
    }

    public var fieldValue: FieldValue { .text(self) }
}

extension Int64: FieldConvertible {
    public static var fieldType: FieldType { .int }

    public init(_ value: FieldValue) throws(FieldError) {
        guard case .integer(let number) = value else { throw FieldError(.int, .value(value)) }
        self = number
    }

    public var fieldValue: FieldValue { .integer(self) }
}

extension Int: FieldConvertible {
    public static var fieldType: FieldType { .int }

    public init(_ value: FieldValue) throws(FieldError) {
        guard let number = Int(exactly: try Int64(value)) else {
            throw FieldError(.int, .value(value))
        }
        self = number
    }

    public var fieldValue: FieldValue { .integer(Int64(self)) }
}

extension Double: FieldConvertible {
    public static var fieldType: FieldType { .float }

    /// A float, or an integer that a float can hold exactly.
    public init(_ value: FieldValue) throws(FieldError) {
        switch value {
        case .float(let number): self = number
        case .integer(let number):
            guard let float = Double(exactly: number) else {
                throw FieldError(.float, .value(value))
            }
            self = float
        default: throw FieldError(.float, .value(value))
        }
    }

    public var fieldValue: FieldValue { .float(self) }
}

extension Bool: FieldConvertible {
    public static var fieldType: FieldType { .bool }

    /// A boolean, or what a server answers for one: 1 or 0.
    public init(_ value: FieldValue) throws(FieldError) {
        switch value {
        case .boolean(let flag): self = flag
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw FieldError(.bool, .value(value))
        }
    }

    public var fieldValue: FieldValue { .boolean(self) }
}

extension UInt8: FieldConvertible {
    public static var fieldType: FieldType { .int }

    public init(_ value: FieldValue) throws(FieldError) {
        guard let byte = UInt8(exactly: try Int64(value)) else {
            throw FieldError(.int, .value(value))
        }
        self = byte
    }

    public var fieldValue: FieldValue { .integer(Int64(self)) }

    /// Bytes.
    public static var arrayFieldType: FieldType { .bytes }

    /// The bytes of a text or of bytes.
    public static func array(of value: FieldValue) throws(FieldError) -> [UInt8] {
        switch value {
        case .text(let bytes), .bytes(let bytes): return bytes
        default: throw FieldError(.bytes, .value(value))
        }
    }

    /// Bytes.
    public static func fieldValue(of array: [UInt8]) -> FieldValue { .bytes(array) }
}
