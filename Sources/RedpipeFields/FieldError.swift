/// A value that does not fit its type, or stored bytes that do not.
public struct FieldError: Error, Hashable, Sendable {
    /// What was found.
    public enum Found: Hashable, Sendable {
        /// A value that was to be stored.
        case value(FieldValue)
        /// Bytes that were read.
        case stored([UInt8])
    }

    /// The type that was wanted.
    public let type: FieldType
    public let found: Found
    /// What is wrong with it, if its kind alone does not say so.
    public let reason: String?
    /// The field, if it is one.
    public var field: [UInt8]?

    /// A value or stored bytes that do not fit a type.
    package init(_ type: FieldType, _ found: Found, because reason: String? = nil) {
        self.type = type
        self.found = found
        self.reason = reason
    }
}

extension FieldError {
    /// The same error, said of a field.
    package func inField(_ field: [UInt8]) -> FieldError {
        var error = self
        error.field = field
        return error
    }

    /// The field as text; what is not UTF-8 in it is shown as U+FFFD.
    public var fieldName: String? {
        field.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension FieldError: CustomStringConvertible {
    /// Field, value and type: ``field `age`: "x" where a 64-bit int is wanted``.
    public var description: String {
        let place = fieldName.map { "field `\($0)`: " } ?? ""
        return place + problem + (reason.map { ": " + $0 } ?? "")
    }

    private var problem: String {
        switch found {
        case .value(let value): "\(value.excerpt) where \(type.noun) is wanted"
        case .stored(let bytes):
            "the stored \(FieldValue.string(bytes).excerpt) is not \(type.noun)"
        }
    }
}
