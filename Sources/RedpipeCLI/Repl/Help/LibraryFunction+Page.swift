import RedpipeCompiler

extension LibraryFunction {
    /// What `help len` says.
    var page: String { "\(signature)\n\n  \(summary)\n\nman redpipe.5 has examples.\n" }

    /// What it gives, in one line.
    private var summary: String {
        switch self {
        case .len: "How many items a list, pairs a map, characters a text has."
        case .sum: "The sum of a list of numbers."
        case .min: "The least of a list, or of the arguments."
        case .max: "The greatest of a list, or of the arguments."
        case .abs: "The absolute value of a number."
        case .round: "The nearest integer, or the nearest number of so many digits."
        case .sorted: "The items in ascending order."
        case .reversed: "The items or characters from the last to the first."
        case .unique: "The items without those that were there before."
        case .keys: "The keys of a map."
        case .values: "The values of a map."
        case .zip: "Pairs of the items of two lists."
        case .enumerate: "Pairs of an index and an item."
        case .chunks: "The items in lists of n."
        case .map: "A map of a list of pairs."
        case .join: "The items as one text, with the separator between them."
        case .split: "The parts of a text between the separators."
        case .upper: "The text in capitals."
        case .lower: "The text in small letters."
        case .trim: "The text without blanks at its ends."
        case .replace: "The text with each occurrence replaced."
        case .contains: "Whether a text holds a part, a list an item or a map a key."
        case .startsWith: "Whether a text begins so."
        case .int: "The integer of a text or a number."
        case .float: "The number of a text or an integer."
        case .text: "The text of any value, as it is sent."
        case .bool: "A bool of 1, 0, \"true\", \"false\", an empty text or null."
        case .bytes: "The bytes of a text."
        case .hex: "The bytes in hexadecimal."
        case .base64: "The bytes as base64."
        case .randomHex: "So many random bytes in hexadecimal."
        case .json: "The value as JSON."
        case .parseJSON: "The value that a JSON text holds."
        case .now: "Unix seconds."
        case .nowMilliseconds: "Unix milliseconds."
        case .env: "A variable of the environment, or the default."
        case .slot: "The hash slot of a key, 0 to 16383."
        case .isError: "Whether a value that `try` has kept is an error."
        case .file: "All bytes of a file."
        case .lines: "A stream of the lines of a file."
        case .csv: "A stream of the rows of a CSV file, as maps by the names in the first row."
        case .ndjson: "A stream of the values of a file with one JSON text a line."
        case .stdin: "A stream of the lines of standard input."
        case .scan: "A stream of the keys that match a pattern, by SCAN."
        }
    }
}
