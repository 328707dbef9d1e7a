public import RedpipeFields

/// Names of fields with their types, in the order of their declaration.
public struct FieldTypes: Hashable, Sendable {
    private var types: [[UInt8]: FieldType] = [:]
    /// The names in order.
    public private(set) var names: [[UInt8]] = []

    /// No fields.
    public init() {}

    /// Fields in their order; of a repeated name the last type.
    public init(_ fields: some Sequence<(String, FieldType)>) {
        for (name, type) in fields { declare(Array(name.utf8), as: type) }
    }

    /// The type of a field; `nil` if it is not declared.
    public subscript(name: [UInt8]) -> FieldType? { types[name] }

    /// Adds a field, or gives one another type.
    public mutating func declare(_ name: [UInt8], as type: FieldType) {
        if types.updateValue(type, forKey: name) == nil { names.append(name) }
    }

    /// Whether no field is declared.
    public var isEmpty: Bool { names.isEmpty }
}

extension FieldTypes: ExpressibleByDictionaryLiteral {
    /// Fields in the order of the literal.
    public init(dictionaryLiteral fields: (String, FieldType)...) {
        self.init(fields)
    }
}
