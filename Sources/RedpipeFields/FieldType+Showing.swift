extension FieldType {
    /// A value as a record shows it: a time in ISO 8601, any other value as it is.
    public func shown(_ value: FieldValue) -> FieldValue {
        guard self == .time, case .integer(let seconds) = value else { return value }
        return .text(TimeText.text(of: seconds))
    }
}
