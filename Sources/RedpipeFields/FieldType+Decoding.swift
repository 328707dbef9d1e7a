import RedpipeRESP

extension FieldType {
    /// The value that stored bytes hold.
    ///
    ///     FieldType.strings.decode("a,b")  // ["a", "b"]
    ///
    /// - Throws: ``FieldError`` for bytes that this type does not write.
    public func decode(_ stored: [UInt8]) throws(FieldError) -> FieldValue {
        switch self {
        case .text: return .text(try text(stored))
        case .ascii: return .text(try ascii(stored))
        case .bytes: return .bytes(stored)
        case .int, .time: return .integer(try integer(stored))
        case .float: return .float(try float(stored))
        case .bool: return .boolean(try boolean(stored))
        case .list, .map, .json: return try json(stored)
        case .strings: return .list(try strings(stored))
        }
    }

    /// The value that stored bytes hold, read where they lie.
    package func decode(_ stored: Span<UInt8>) throws(FieldError) -> FieldValue {
        switch self {
        case .int, .time:
            guard let number = Int64(canonical: stored) else { break }
            return .integer(number)
        case .bool:
            if stored.isEmpty { return .boolean(false) }
            if stored.count == 1, stored[0] == UInt8(ascii: "1") { return .boolean(true) }
        default: break
        }
        return try decode(Array(stored))
    }

    private func unreadable(_ stored: [UInt8], _ reason: String? = nil) -> FieldError {
        FieldError(self, .stored(stored), because: reason)
    }

    private func text(_ stored: [UInt8]) throws(FieldError) -> [UInt8] {
        guard String(validating: stored, as: UTF8.self) != nil else { throw unreadable(stored) }
        return stored
    }

    /// Python's pattern lets one line break at the end through, so it may have been written.
    private func ascii(_ stored: [UInt8]) throws(FieldError) -> [UInt8] {
        let line = stored.last == UInt8(ascii: "\n") ? stored.dropLast() : stored[...]
        guard line.allSatisfy({ (0x20...0x7e).contains($0) }) else { throw unreadable(stored) }
        return stored
    }

    /// The decimal in its one form: no `+`, no zeros in front.
    private func integer(_ stored: [UInt8]) throws(FieldError) -> Int64 {
        guard let number = Int64(canonical: stored.span) else { throw unreadable(stored) }
        return number
    }

    private func float(_ stored: [UInt8]) throws(FieldError) -> Double {
        guard let number = Double(plain: stored) else { throw unreadable(stored) }
        return number
    }

    private func boolean(_ stored: [UInt8]) throws(FieldError) -> Bool {
        guard stored.isEmpty || stored == [UInt8(ascii: "1")] else {
            throw unreadable(stored, "a bool is stored as `1` or nothing")
        }
        return !stored.isEmpty
    }

    private func json(_ stored: [UInt8]) throws(FieldError) -> FieldValue {
        let value: FieldValue
        do throws(JSONReader.Malformed) {
            value = try JSONReader.read(stored)
        } catch {
            throw unreadable(stored, "\(error.message) at byte \(error.offset)")
        }
        switch (self, value) {
        case (.list, .list), (.map, .map), (.json, _): return value
        default: throw unreadable(stored)
        }
    }

    private func strings(_ stored: [UInt8]) throws(FieldError) -> [FieldValue] {
        guard !stored.isEmpty else { return [] }
        let items = try text(stored).split(
            separator: UInt8(ascii: ","),
            omittingEmptySubsequences: false
        )
        return items.map { .text(Array($0)) }
    }
}

extension Double {
    /// The number that a decimal spells, `inf`, `-inf` or `nan`; one too large is none.
    fileprivate init?(plain bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let isDecimal = bytes.allSatisfy("+-.eE0123456789".utf8.contains)
        let isNamed = ["inf", "+inf", "-inf", "nan"].contains(text.lowercased())
        guard isDecimal || isNamed, let number = Double(text), isNamed || number.isFinite else {
            return nil
        }
        self = number
    }
}

extension Int64 {
    /// The number of a decimal in its one form: no `+`, no zeros in front, no `-0`.
    fileprivate init?(canonical stored: Span<UInt8>) {
        guard let number = Int64(decimal: stored), let first = stored.first else { return nil }
        let digits = first == UInt8(ascii: "-") ? 1 : 0
        guard first != UInt8(ascii: "+"), stored.count > digits else { return nil }
        if stored[digits] == UInt8(ascii: "0"), stored.count > 1 { return nil }
        self = number
    }
}

extension Span<UInt8> {
    fileprivate var first: UInt8? { isEmpty ? nil : self[0] }
}
