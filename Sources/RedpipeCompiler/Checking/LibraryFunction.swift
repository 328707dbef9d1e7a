/// The functions that every script has.
package enum LibraryFunction: String, CaseIterable, Sendable {
    case len, sum, min, max, abs, round, sorted, reversed, unique
    case keys, values, zip, enumerate, chunks, map, join, split
    case upper, lower, trim, replace, contains
    case startsWith = "starts_with"
    case int, float, text, bool, bytes, hex, base64
    case randomHex = "random_hex"
    case json
    case parseJSON = "parse_json"
    case now
    case nowMilliseconds = "now_ms"
    case env, slot
    case isError = "is_error"
    case file, lines, csv, ndjson, stdin, scan

    /// How it is called, for messages.
    package var signature: String {
        let parameters =
            switch self {
            case .now, .nowMilliseconds, .stdin: ""
            case .len, .sum, .sorted, .reversed, .unique, .enumerate: "xs"
            case .abs: "x"
            case .round: "x, digits"
            case .min, .max: "xs or a, b, …"
            case .keys, .values: "map"
            case .zip: "xs, ys"
            case .chunks: "xs, n"
            case .map: "pairs"
            case .join: "xs, separator"
            case .split: "text, separator"
            case .upper, .lower, .trim: "text"
            case .replace: "text, old, new"
            case .contains: "text, part"
            case .startsWith: "text, start"
            case .int, .float, .text, .bool, .bytes, .hex, .base64, .json, .isError: "value"
            case .randomHex: "byte_count"
            case .parseJSON: "text"
            case .env: "name, default"
            case .slot: "key"
            case .file, .lines, .ndjson: "path"
            case .csv: "path, sep: \",\", header: true"
            case .scan: "pattern, on: name"
            }
        return "\(rawValue)(\(parameters))"
    }

    package var argumentCount: ClosedRange<Int> {
        switch self {
        case .now, .nowMilliseconds, .stdin: 0...0
        case .min, .max: 1...Int.max
        case .round, .env: 1...2
        case .zip, .chunks, .join, .split, .contains, .startsWith: 2...2
        case .replace: 3...3
        default: 1...1
        }
    }

    /// The arguments that are given by name, behind the positional ones, in the order of their values.
    package var namedArguments: [String] {
        self == .csv ? ["sep", "header"] : []
    }

    /// It can be answered while items of its argument are still pending.
    package var leavesItemsAlone: Bool {
        switch self {
        case .len, .reversed, .zip, .enumerate, .chunks, .keys, .values: true
        default: false
        }
    }
}
