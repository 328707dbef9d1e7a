extension String {
    /// Text from anywhere that cannot drive a terminal or forge a line: control characters as `\xHH`.
    package var printable: String {
        guard
            unicodeScalars.contains(where: { $0.value < 0x20 || (0x7f..<0xa0).contains($0.value) })
        else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) {
                let digits = String(scalar.value, radix: 16)
                text += "\\x" + (digits.count < 2 ? "0" : "") + digits
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension String {
    /// The text, or its first characters if it is very long.
    package func shortened(to count: Int) -> String {
        guard utf8.count > count, unicodeScalars.count > count else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(count))) + "…"
    }
}
