extension FieldType {
    /// A value as it will be read back once it is stored: a float for an integer, bytes for a text,
    /// seconds for a date.
    ///
    /// - Parameter value: One that `encode(_:)` takes.
    /// - Returns: Any other value as it is.
    public func normalized(_ value: FieldValue) -> FieldValue {
        switch (self, value) {
        case (.float, .integer(let number)): return .float(Double(number))
        case (.bytes, .text(let bytes)): return .bytes(bytes)
        case (.time, .text(let text)):
            return (try? TimeText.seconds(of: text)).map(FieldValue.integer) ?? value
        default: return value
        }
    }

    /// Whether values of more than one kind can be written.
    package var changesKinds: Bool { self == .float || self == .bytes || self == .time }

    /// A value as a record shows it: a time in ISO 8601, any other value as it is.
    public func shown(_ value: FieldValue) -> FieldValue {
        guard self == .time, case .integer(let seconds) = value else { return value }
        return .text(TimeText.text(of: seconds))
    }
}
