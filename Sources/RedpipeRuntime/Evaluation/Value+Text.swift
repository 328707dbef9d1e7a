import Redpipe
import RedpipeCompiler
import RedpipeFields
import RedpipeSyntax

extension Value {
    /// The value as `print` and holes show it: text and bytes as they are, lists and maps as JSON.
    func shown(at span: SourceSpan) throws(EvaluationError) -> [UInt8] {
        switch self {
        case .null: return Array("null".utf8)
        case .boolean(let flag): return Array((flag ? "true" : "false").utf8)
        case .integer(let number): return Array(String(number).utf8)
        case .float(let number): return Array(floatText(number).utf8)
        case .text(let bytes), .bytes(let bytes): return bytes
        case .failure(let error): return Array(error.message.utf8)
        case .deferred: return try known(at: span).shown(at: span)
        case .key(let key): return key.key.bytes
        case .record(let record): return try record.shown(at: span)
        case .range, .list, .map, .stream: return try json(escaped: false, at: span)
        }
    }

    /// The value as JSON; what is shown may hold what JSON does not have.
    func json(escaped: Bool, at span: SourceSpan) throws(EvaluationError) -> [UInt8] {
        var writer = JSONWriter(escapesNonASCII: escaped)
        let value = try fieldValue(at: span)
        if escaped, !value.isFinite { throw .raised(.notFinite(at: span)) }
        do throws(JSONWriter.Unwritable) {
            try writer.write(value)
            return writer.text
        } catch {
            switch error {
            case .tooDeep: throw .raised(.tooDeep(at: span))
            case .bytes: throw .raised(.notText(at: span))
            }
        }
    }

    /// The value as a field can hold it, with everything in it known.
    func fieldValue(at span: SourceSpan) throws(EvaluationError) -> FieldValue {
        do throws(Unstorable) {
            return try fieldValue()
        } catch {
            switch error {
            case .pending(let read): throw .pending(read, at: span)
            case .failed(let error): throw .failed(error)
            case .tooLong: throw .raised(.tooLongForList(at: span))
            case .tooDeep: throw .raised(.tooDeep(at: span))
            case .stream(let name): throw .raised(.streamAsValue(name, at: span))
            }
        }
    }

    /// Appends the value to the argument of a command that was started last.
    func append(to arguments: inout ArgumentList, at span: SourceSpan) throws(EvaluationError) {
        switch self {
        case .integer(let number): arguments.appendToLast(number)
        case .float(let number): arguments.appendToLast(Array(floatText(number).utf8))
        case .text(let bytes), .bytes(let bytes): arguments.appendToLast(bytes)
        case .key(let key): arguments.appendToLast(key.key.bytes)
        case .deferred: try known(at: span).append(to: &arguments, at: span)
        case .stream(let stream): throw .raised(.streamAsValue(stream.name, at: span))
        default: throw .raised(.notAnArgument("E0606", kind, at: span))
        }
    }
}

extension FieldValue {
    /// It holds neither infinity nor NaN.
    fileprivate var isFinite: Bool {
        switch self {
        case .float(let number): number.isFinite
        case .list(let items): items.allSatisfy(\.isFinite)
        case .map(let map): map.allSatisfy(\.value.isFinite)
        case .null, .boolean, .integer, .text, .bytes: true
        }
    }
}

extension Diagnostic {
    fileprivate static func notFinite(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0605", "JSON has no infinity and no NaN", at: span)
            .help("`text(x)` makes text of such a float")
    }

    fileprivate static func tooDeep(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0605", "the value is nested too deeply for JSON", at: span)
    }

    static func streamAsValue(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0605", "`\(name)` is a stream, of which one item is there at a time", at: span)
            .help("`for x in …` takes one after the other, `[x for x in …]` makes a list of them")
    }

    static func tooLongForList(at span: SourceSpan) -> Diagnostic {
        let limit = IntegerRange.longestList
        return Diagnostic("E0605", "a range of more than \(limit) ints is no list", at: span)
            .help("`for i in a..<b` runs over a range of any length")
    }

    fileprivate static func notText(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0605", "JSON cannot hold bytes that are not UTF-8", at: span)
            .help("`hex(x)` or `base64(x)` make text of bytes")
    }
}
