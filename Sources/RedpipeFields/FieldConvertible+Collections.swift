extension Array: FieldConvertible where Element: FieldConvertible {
    /// A list; of bytes, bytes.
    public static var fieldType: FieldType { Element.arrayFieldType }

    public init(_ value: FieldValue) throws(FieldError) {
        self = try Element.array(of: value)
    }

    public var fieldValue: FieldValue { Element.fieldValue(of: self) }
}

extension Optional: FieldConvertible where Wrapped: FieldConvertible {
    public static var fieldType: FieldType { Wrapped.fieldType }

    /// `nil` for null.
    public init(_ value: FieldValue) throws(FieldError) {
        self = value == .null ? nil : try Wrapped(value)
    }

    public var fieldValue: FieldValue { self?.fieldValue ?? .null }
}

extension FieldMap: FieldConvertible {
    public static var fieldType: FieldType { .map }

    public init(_ value: FieldValue) throws(FieldError) {
        guard case .map(let map) = value else { throw FieldError(.map, .value(value)) }
        self = map
    }

    public var fieldValue: FieldValue { .map(self) }
}
