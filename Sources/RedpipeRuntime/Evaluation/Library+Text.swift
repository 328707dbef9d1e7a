import RedpipeCompiler

extension Library {
    func callOnText(_ arguments: [Value]) throws(EvaluationError) -> Value {
        let first = arguments[0]
        switch function {
        case .join: return try join(known(list(first)), separator: text(arguments[1]))
        case .split: return .list(try split(text(first), separator: text(arguments[1]), first))
        case .upper:
            return try withCase(first, 0x61...0x7a) { $0.uppercased() }
        case .lower:
            return try withCase(first, 0x41...0x5a) { $0.lowercased() }
        case .trim: return string(trimmed(try text(first)), like: first)
        case .startsWith: return .boolean(try text(first).starts(with: text(arguments[1])))
        default:
            let parts = try split(text(first), separator: text(arguments[1]), first)
            return try join(parts, separator: text(arguments[2]))
        }
    }

    /// The letters of a text in another case; of bytes only those of ASCII, the rest as it is.
    private func withCase(
        _ value: Value,
        _ letters: ClosedRange<UInt8>,
        _ change: (String) -> String
    ) throws(EvaluationError) -> Value {
        let bytes = try text(value)
        if let text = String(validating: bytes, as: UTF8.self) { return .text(change(text)) }
        return .bytes(bytes.map { letters.contains($0) ? $0 ^ 0x20 : $0 })
    }

    private func join(_ items: [Value], separator: [UInt8]) throws(EvaluationError) -> Value {
        var result: [UInt8] = []
        for (index, item) in items.enumerated() {
            if index > 0 { result += separator }
            result += try item.shown(at: span)
        }
        return .string(result)
    }

    private func split(
        _ text: [UInt8],
        separator: [UInt8],
        _ original: Value
    ) throws(EvaluationError) -> [Value] {
        guard !separator.isEmpty else {
            throw invalid("`\(function.rawValue)` needs a text to look for that is not empty")
        }
        var parts: [Value] = []
        var start = 0
        while let range = text.firstRange(of: separator, from: start) {
            parts.append(string(Array(text[start..<range.lowerBound]), like: original))
            start = range.upperBound
        }
        parts.append(string(Array(text[start...]), like: original))
        return parts
    }

    private func trimmed(_ text: [UInt8]) -> [UInt8] {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0d).contains(byte) }
        let start = text.firstIndex { !isBlank($0) } ?? text.count
        let end = text.lastIndex { !isBlank($0) } ?? start - 1
        return Array(text[start..<Swift.max(start, end + 1)])
    }
}
