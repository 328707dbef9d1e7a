import RedpipeCompiler
import RedpipeSyntax

/// The functions of the library: pure but for the clock, the environment and random bytes.
struct Library {
    /// The call, for errors.
    let span: SourceSpan
    let function: LibraryFunction

    func call(_ arguments: [Value]) throws(EvaluationError) -> Value {
        switch function {
        case .len, .sum, .min, .max, .sorted, .reversed, .unique, .zip, .enumerate, .chunks:
            try callOnList(arguments)
        case .keys, .values, .map, .contains: try callOnCollection(arguments)
        case .join, .split, .upper, .lower, .trim, .replace, .startsWith:
            try callOnText(arguments)
        case .int, .float, .text, .bool, .bytes, .hex, .base64, .json, .parseJSON, .abs, .round:
            try convert(arguments)
        case .isError, .slot, .env, .now, .nowMilliseconds, .randomHex, .file:
            try ask(arguments)
        case .lines, .csv, .ndjson, .stdin, .scan:
            preconditionFailure("the executor opens streams")
        }
    }

    // MARK: Arguments

    func list(_ value: Value) throws(EvaluationError) -> [Value] {
        switch value {
        case .list(let items): return items
        case .range(let range):
            guard let items = range.items else { throw .raised(.tooLongForList(at: span)) }
            return items
        default: throw wrong(value, "a list")
        }
    }

    func map(_ value: Value) throws(EvaluationError) -> ValueMap {
        guard case .map(let map) = value else { throw wrong(value, "a map") }
        return map
    }

    func text(_ value: Value) throws(EvaluationError) -> [UInt8] {
        guard let bytes = value.bytes else { throw wrong(value, "a text") }
        return bytes
    }

    func integer(_ value: Value) throws(EvaluationError) -> Int64 {
        guard case .integer(let number) = value else { throw wrong(value, "an int") }
        return number
    }

    func known(_ value: Value) throws(EvaluationError) -> Value {
        try value.known(at: span)
    }

    func known(_ values: [Value]) throws(EvaluationError) -> [Value] {
        var result: [Value] = []
        result.reserveCapacity(values.count)
        for value in values { result.append(try value.known(at: span)) }
        return result
    }

    /// Bytes that keep being text if they were.
    func string(_ bytes: [UInt8], like value: Value) -> Value {
        if case .text = value { .string(bytes) } else { .bytes(bytes) }
    }

    func wrong(_ found: Value, _ wanted: String) -> EvaluationError {
        .raised(
            Diagnostic(
                "E0605",
                "`\(function.rawValue)` got \(found.kindName), it takes \(wanted)",
                at: span
            ).help("it is called as `\(function.signature)`")
        )
    }

    func invalid(_ message: String) -> EvaluationError {
        .raised(Diagnostic("E0605", message, at: span))
    }
}
