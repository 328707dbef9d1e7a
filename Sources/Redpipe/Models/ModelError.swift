public import RedpipeCommands
public import RedpipeFields

/// Why a record cannot do what it is asked, or cannot be read.
///
/// What is found in a call is found before anything of it is queued.
@nonexhaustive
public enum ModelError: Error, Hashable, Sendable {
    /// The id has no key.
    case template(KeyTemplateError)
    /// The model declares no such field.
    case unknownField(String, of: String, suggestion: String?)
    /// A value, or what is stored, does not fit its field.
    case value(FieldError)
    /// A new record is not given all fields that it must have.
    case missingFields([String], of: String)
    /// A required field cannot be removed.
    case requiredField(String, of: String)
    /// A null cannot be stored, and nothing would be removed here.
    case nullField(String)
    /// A record without any field would not exist.
    case emptyRecord(of: String)
    /// A call that removes fields names none.
    case noFieldNamed
    /// The field is no counter.
    case noNumber(String, FieldType)
    /// The opposite of the number has more than 64 bits.
    case overflow(String)
    /// The field was neither loaded nor saved through this record.
    case notLoaded(String, of: String)
    /// A record of this id exists already.
    case exists(id: [UInt8], of: String)
    /// The reply has another form.
    case reply(ReplyDecodingError)
}

extension ModelError: CustomStringConvertible {
    /// Lower case and without a full stop.
    public var description: String {
        switch self {
        case .template(let error): error.description
        case .unknownField(let field, let model, let suggestion):
            "`\(model)` has no field `\(field)`"
                + (suggestion.map { "; did you mean `\($0)`?" } ?? "")
        case .value(let error): error.description
        case .missingFields(let fields, let model):
            "a new `\(model)` needs " + fields.map { "`\($0)`" }.joined(separator: ", ")
        case .requiredField(let field, let model):
            "`\(field)` of `\(model)` is required and cannot be removed"
        case .nullField(let field): "field `\(field)`: null cannot be stored"
        case .emptyRecord(let model): "a new `\(model)` needs at least one field"
        case .noFieldNamed: "at least one field must be named"
        case .noNumber(let field, let type): "field `\(field)` is \(type.noun), no counter"
        case .overflow(let field): "field `\(field)`: the number has more than 64 bits"
        case .notLoaded(let field, let model):
            "`\(field)` of this `\(model)` was neither loaded nor saved; `load()` reads it"
        case .exists(let id, let model):
            "`\(model)` \(FieldValue.string(id).excerpt) exists already"
        case .reply(let error): error.description
        }
    }
}
