public import RedpipeFields

/// A declared field of a model.
public struct ModelField: Hashable, Sendable {
    public let name: [UInt8]
    public let type: FieldType
    /// Whether every new record must be given it, and none may lose it.
    public let isRequired: Bool
    /// What a new record gets that is not given it, in its stored form.
    public let storedDefault: [UInt8]?
    /// What a new record gets that is not given it.
    public let defaultValue: FieldValue?

    /// A field.
    ///
    /// - Throws: ``FieldError`` for a default of another type.
    public init(
        _ name: String,
        _ type: FieldType,
        isRequired: Bool = false,
        default defaultValue: FieldValue? = nil
    ) throws(FieldError) {
        self.name = Array(name.utf8)
        self.type = type
        self.isRequired = isRequired
        self.defaultValue = defaultValue
        do throws(FieldError) {
            storedDefault = try defaultValue.map { value throws(FieldError) in
                try type.encode(value)
            }
        } catch {
            throw error.inField(self.name)
        }
    }
}
