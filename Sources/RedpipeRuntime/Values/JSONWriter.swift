/// Writes values as JSON, laid out as Python's `json.dumps` does: `, ` and `: `, keys in order.
struct JSONWriter {
    /// Characters beyond ASCII as `\uXXXX`.
    let escapesNonASCII: Bool
    private(set) var text: [UInt8] = []

    init(escapesNonASCII: Bool) {
        self.escapesNonASCII = escapesNonASCII
    }

    /// What JSON has no form for.
    enum Unwritable: Error {
        case bytes
        case pending(PendingRead)
        case failed(ScriptError)
        case tooDeep
        case tooLong
        case stream(String)
    }

    mutating func write(_ value: Value, depth: Int = 0) throws(Unwritable) {
        guard depth < 200 else { throw .tooDeep }
        switch value {
        case .null: write("null")
        case .boolean(let flag): write(flag ? "true" : "false")
        case .integer(let number): write(String(number))
        case .float(let number): write(Self.number(number))
        case .text(let bytes): writeString(bytes)
        case .bytes(let bytes):
            try write(bytes: bytes)
        case .list(let items): try writeList(items, depth: depth)
        case .map(let map): try writeMap(map, depth: depth)
        case .range(let range):
            guard let items = range.items else { throw .tooLong }
            try writeList(items, depth: depth)
        case .failure(let error): writeString(Array(error.message.utf8))
        case .stream(let stream): throw .stream(stream.name)
        case .deferred(let deferred):
            switch deferred.reading {
            case .pending: throw .pending(deferred.pendingRead)
            case .failed(let error): throw .failed(error)
            case .known(let value): try write(value, depth: depth)
            }
        }
    }

    /// `print` shows bytes as `-o json` does; for Python's `json.dumps` they are an error.
    private mutating func write(bytes: [UInt8]) throws(Unwritable) {
        if String(validating: bytes, as: UTF8.self) != nil { return writeString(bytes) }
        guard !escapesNonASCII else { throw .bytes }
        write("{\"$bytes\": \"" + base64(bytes) + "\"}")
    }

    private mutating func writeList(_ items: [Value], depth: Int) throws(Unwritable) {
        write("[")
        for (index, item) in items.enumerated() {
            if index > 0 { write(", ") }
            try write(item, depth: depth + 1)
        }
        write("]")
    }

    private mutating func writeMap(_ map: ValueMap, depth: Int) throws(Unwritable) {
        write("{")
        for (index, entry) in map.enumerated() {
            if index > 0 { write(", ") }
            switch entry.key {
            case .text(let bytes): writeString(bytes)
            case .null: write("\"null\"")
            case .boolean(let flag): write(flag ? "\"true\"" : "\"false\"")
            case .integer(let number): write("\"\(number)\"")
            case .float(let number): write("\"\(Self.number(number))\"")
            }
            write(": ")
            try write(entry.value, depth: depth + 1)
        }
        write("}")
    }

    /// Python keeps the `.0` of a whole float in JSON, so that it reads back as a float.
    private static func number(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        let text = floatText(number)
        return text.utf8.allSatisfy { $0 == 0x2d || (0x30...0x39).contains($0) }
            ? text + ".0" : text
    }

    private mutating func write(_ string: String) {
        text.append(contentsOf: string.utf8)
    }

    private mutating func writeString(_ bytes: [UInt8]) {
        write("\"")
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { write(scalar) }
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
