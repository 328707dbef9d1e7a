public import RedpipeFields

/// One entry of a stream.
public struct StreamEntry: Hashable, Sendable {
    /// Its id: milliseconds and a number, `1700000000000-0`.
    public let id: String
    /// Its fields; of a repeated name the last value.
    public let fields: FieldMap

    /// The entry that a reply holds, its values decoded.
    init(_ value: FieldValue) throws(FieldError) {
        let parts = try [FieldValue](value)
        guard parts.count == 2 else { throw FieldError(.list, .value(value)) }
        id = try String(parts[0])
        var fields = FieldMap()
        var words = try [FieldValue](parts[1])[...]
        while let name = words.popFirst(), let value = words.popFirst() {
            fields[try [UInt8](name)] = value
        }
        self.fields = fields
    }
}
