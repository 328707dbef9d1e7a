/// What can be a key of a map.
package enum MapKey: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    /// Text or bytes, by their bytes.
    case text([UInt8])

    package init?(_ value: Value) {
        switch value {
        case .null: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .integer(number)
        case .float(let number):
            self = Int64(exactly: number).map { .integer($0) } ?? .float(number)
        case .text(let bytes), .bytes(let bytes): self = .text(bytes)
        default: return nil
        }
    }

    package var value: Value {
        switch self {
        case .null: .null
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .float(let number): .float(number)
        case .text(let bytes): .string(bytes)
        }
    }
}
