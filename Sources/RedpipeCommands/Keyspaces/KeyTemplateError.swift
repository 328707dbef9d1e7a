/// A text that is no template of keys, or an id that has no key.
@nonexhaustive
public enum KeyTemplateError: Error, Hashable, Sendable {
    /// A template has exactly one `*`.
    case holeCount(Int)
    /// An id has at least one byte.
    case emptyID
    /// The id is a hash tag, which ends at its first `}`.
    case closingBrace([UInt8])
}

extension KeyTemplateError: CustomStringConvertible {
    /// Lower case and without a full stop.
    public var description: String {
        switch self {
        case .holeCount(0): "the template has no `*` for the id"
        case .holeCount(let count): "the template has \(count) `*`; the id has one place"
        case .emptyID: "the id is empty"
        case .closingBrace(let id):
            "the id `\(String(decoding: id, as: UTF8.self))` holds a `}`, which would end the hash tag"
        }
    }
}
