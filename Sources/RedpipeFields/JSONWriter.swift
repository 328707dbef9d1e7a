/// Writes values as JSON, laid out as Python's `json.dumps` does: `, ` and `: `, keys in order.
package struct JSONWriter {
    /// Characters beyond ASCII as `\uXXXX`.
    package let escapesNonASCII: Bool
    package private(set) var text: [UInt8] = []

    package init(escapesNonASCII: Bool) {
        self.escapesNonASCII = escapesNonASCII
    }

    /// What JSON has no form for.
    package enum Unwritable: Error {
        case bytes
        case tooDeep
    }

    /// How deep lists and maps may be nested.
    package static let depthLimit = 200

    package mutating func write(_ value: FieldValue) throws(Unwritable) {
        try write(value, depth: 0)
    }

    private mutating func write(_ value: FieldValue, depth: Int) throws(Unwritable) {
        guard depth < Self.depthLimit else { throw .tooDeep }
        switch value {
        case .null: write("null")
        case .boolean(let flag): write(flag ? "true" : "false")
        case .integer(let number): write(String(number))
        case .float(let number): write(Self.number(number))
        case .text(let bytes), .bytes(let bytes): try write(bytes: bytes)
        case .list(let items): try writeList(items, depth: depth)
        case .map(let map): try writeMap(map, depth: depth)
        }
    }

    /// `print` shows bytes as `-o json` does; for Python's `json.dumps` they are an error.
    private mutating func write(bytes: [UInt8]) throws(Unwritable) {
        if let text = String(validating: bytes, as: UTF8.self) { return writeString(text) }
        guard !escapesNonASCII else { throw .bytes }
        write("{\"$bytes\": \"" + base64(bytes) + "\"}")
    }

    private mutating func writeList(_ items: [FieldValue], depth: Int) throws(Unwritable) {
        write("[")
        for (index, item) in items.enumerated() {
            if index > 0 { write(", ") }
            try write(item, depth: depth + 1)
        }
        write("]")
    }

    private mutating func writeMap(_ map: FieldMap, depth: Int) throws(Unwritable) {
        write("{")
        for (index, entry) in map.enumerated() {
            if index > 0 { write(", ") }
            try writeName(entry.name)
            write(": ")
            try write(entry.value, depth: depth + 1)
        }
        write("}")
    }

    /// Python keeps the `.0` of a whole float in JSON, so that it reads back as a float.
    package static func number(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        let text = floatText(number)
        return text.utf8.allSatisfy { $0 == 0x2d || (0x30...0x39).contains($0) }
            ? text + ".0" : text
    }

    private mutating func write(_ string: String) {
        text.append(contentsOf: string.utf8)
    }

    private mutating func writeName(_ name: [UInt8]) throws(Unwritable) {
        guard let text = String(validating: name, as: UTF8.self) else { throw .bytes }
        writeString(text)
    }

    private mutating func writeString(_ string: String) {
        write("\"")
        for scalar in string.unicodeScalars { write(scalar) }
        write("\"")
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": write("\\\"")
        case "\\": write("\\\\")
        case "\n": write("\\n")
        case "\r": write("\\r")
        case "\t": write("\\t")
        case "\u{8}": write("\\b")
        case "\u{c}": write("\\f")
        case _ where scalar.value < 0x20 || (escapesNonASCII && scalar.value > 0x7e):
            for unit in String(scalar).utf16 { writeEscaped(unit) }
        default: write(String(scalar))
        }
    }

    private mutating func writeEscaped(_ unit: UInt16) {
        let digits = String(unit, radix: 16)
        write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
}
