/// What in a reply is stored by the types of a keyspace.
///
/// It reads replies in RESP3's shapes. Where a reply does not fit (a null, a number, the plain form
/// of an optional detail) it stays as it is.
public indirect enum ReplyContents: Hashable, Sendable {
    /// Nothing.
    case plain
    /// A value, a member or an element, or an array of them.
    case value
    /// The name of a field, or an array of them.
    case field
    /// The value of the field that a word of the command names.
    case valueOfField(atWord: Int)
    /// An array of the values of the fields that words of the command name, in order.
    case valuesOfFields(fromWord: Int)
    /// Names of fields with their values: a map.
    case fields
    /// Names of fields and their values in turn.
    case fieldsInTurn
    /// Members with details behind them: pairs, or members alone.
    case pairs
    /// Members and their scores in turn.
    case alternating
    /// An array, each of whose elements has contents.
    case list(of: ReplyContents)
    /// An array whose places have contents of their own; further places are plain.
    case tuple([ReplyContents])
    /// A map by key, or pairs, each of whose values has contents.
    case map(of: ReplyContents)
}

extension ReplyContents {
    /// One entry of a stream: its id, then its fields.
    static let entry = tuple([.plain, .fieldsInTurn])
}
