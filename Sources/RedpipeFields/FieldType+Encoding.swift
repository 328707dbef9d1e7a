extension FieldType {
    /// The stored form of a value.
    ///
    ///     FieldType.bool.encode(true)      // "1"
    ///     FieldType.map.encode(["k": 1])   // {"k": 1}
    ///
    /// Nothing is coerced but what loses nothing: an integer that a float can hold exactly is a
    /// float, a text is bytes.
    ///
    /// - Throws: ``FieldError`` for a value of another kind, and for one that has no stored form.
    public func encode(_ value: FieldValue) throws(FieldError) -> [UInt8] {
        switch (self, value) {
        case (.text, .text(let bytes)): return try text(bytes)
        case (.bytes, .text(let bytes)), (.bytes, .bytes(let bytes)): return bytes
        case (.ascii, .text(let bytes)): return try ascii(bytes)
        case (.int, .integer(let number)), (.time, .integer(let number)): return decimal(number)
        case (.float, .float(let number)): return Array(floatText(number).utf8)
        case (.float, .integer(let number)): return try float(number)
        case (.bool, .boolean(let flag)): return flag ? [UInt8(ascii: "1")] : []
        case (.list, .list), (.map, .map), (.json, _): return try json(value)
        case (.strings, .list(let items)): return try joined(items, of: value)
        case (.time, .text(let bytes)): return try seconds(bytes)
        default: throw FieldError(self, .value(value))
        }
    }

    private func decimal(_ number: Int64) -> [UInt8] {
        Array(String(number).utf8)
    }

    /// A text that a program made of other bytes is none.
    private func text(_ bytes: [UInt8]) throws(FieldError) -> [UInt8] {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw FieldError(self, .value(.bytes(bytes)))
        }
        return bytes
    }

    private func ascii(_ bytes: [UInt8]) throws(FieldError) -> [UInt8] {
        guard bytes.allSatisfy({ (0x20...0x7e).contains($0) }) else {
            throw FieldError(self, .value(.text(bytes)))
        }
        return bytes
    }

    private func float(_ number: Int64) throws(FieldError) -> [UInt8] {
        guard let float = Double(exactly: number) else {
            let reason = "no float is exactly this int"
            throw FieldError(self, .value(.integer(number)), because: reason)
        }
        return Array(floatText(float).utf8)
    }

    private func json(_ value: FieldValue) throws(FieldError) -> [UInt8] {
        var writer = JSONWriter(escapesNonASCII: true)
        do throws(JSONWriter.Unwritable) {
            try writer.write(value)
            return writer.text
        } catch {
            throw FieldError(self, .value(value), because: error.reason)
        }
    }

    private func joined(
        _ items: [FieldValue],
        of value: FieldValue
    ) throws(FieldError) -> [UInt8] {
        var texts: [[UInt8]] = []
        for item in items {
            guard case .text(let bytes) = item else {
                throw FieldError(self, .value(value), because: "\(item.excerpt) is no text")
            }
            guard !bytes.contains(UInt8(ascii: ",")) else {
                throw FieldError(self, .value(value), because: "\(item.excerpt) holds a comma")
            }
            texts.append(bytes)
        }
        guard texts != [[]] else {
            let reason = "one empty text is stored as no text at all"
            throw FieldError(self, .value(value), because: reason)
        }
        return Array(texts.joined(separator: [UInt8(ascii: ",")]))
    }

    private func seconds(_ text: [UInt8]) throws(FieldError) -> [UInt8] {
        do throws(TimeText.Malformed) {
            return decimal(try TimeText.seconds(of: text))
        } catch {
            throw FieldError(self, .value(.text(text)), because: error.message)
        }
    }
}

extension JSONWriter.Unwritable {
    fileprivate var reason: String {
        switch self {
        case .bytes: "JSON cannot hold bytes that are not UTF-8"
        case .tooDeep: "it is nested too deeply"
        }
    }
}
