/// Splits a line as a shell would: blanks, double quotes, and in them `\n`, `\"` and `\xHH`.
func words(_ line: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var rest = Array(line.utf8)[...]
    while let first = rest.first {
        if first == UInt8(ascii: " ") {
            rest.removeFirst()
        } else if first == UInt8(ascii: "\"") {
            rest.removeFirst()
            words.append(quoted(&rest))
        } else {
            words.append(Array(rest.prefix { $0 != UInt8(ascii: " ") }))
            rest = rest.drop { $0 != UInt8(ascii: " ") }
        }
    }
    return words
}

private func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
    var word: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
        word.append(byte == UInt8(ascii: "\\") ? escaped(&rest) : byte)
    }
    return word
}

private func escaped(_ rest: inout ArraySlice<UInt8>) -> UInt8 {
    switch rest.popFirst() {
    case UInt8(ascii: "n"): return UInt8(ascii: "\n")
    case UInt8(ascii: "x"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        rest = rest.dropFirst(2)
        return UInt8(digits, radix: 16) ?? 0
    case let byte: return byte ?? 0
    }
}
