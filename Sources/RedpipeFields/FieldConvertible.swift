/// A Swift type whose values fields, members and keys can hold.
///
///     let scores = try SortedSetKeyspace<String>("S{*}")
///
/// Nothing is coerced silently: a number beyond the type's range, and a value of another kind, are
/// errors.
public protocol FieldConvertible {
    /// How its values are stored if nothing else is said.
    static var fieldType: FieldType { get }
    /// The value that a field holds.
    init(_ value: FieldValue) throws(FieldError)
    /// The value for a field.
    var fieldValue: FieldValue { get }

    /// How arrays of it are stored.
    ///
    /// This and the next two are here because bytes are an array that is no list. Nothing but
    /// `UInt8` needs to write its own.
    static var arrayFieldType: FieldType { get }
    /// An array of it, out of a field.
    static func array(of value: FieldValue) throws(FieldError) -> [Self]
    /// An array of it, for a field.
    static func fieldValue(of array: [Self]) -> FieldValue
}

extension FieldConvertible {
    /// A list.
    public static var arrayFieldType: FieldType { .list }

    /// The items of a list, each converted.
    public static func array(of value: FieldValue) throws(FieldError) -> [Self] {
        guard case .list(let items) = value else { throw FieldError(.list, .value(value)) }
        var values: [Self] = []
        for item in items { values.append(try Self(item)) }
        return values
    }

    /// A list of the elements.
    public static func fieldValue(of array: [Self]) -> FieldValue {
        .list(array.map(\.fieldValue))
    }
}
