import RedpipeRESP

/// Makes text of single replies and values, one printer's format behind it.
struct ReplyWriter {
    private var printer: any ReplyPrinter
    private let destination: OutputDestination

    init(_ printer: any ReplyPrinter, destination: OutputDestination) {
        self.printer = printer
        self.destination = destination
    }

    /// A reply as the format shows it, without the line break at its end.
    mutating func line(of value: RESPValue) -> [UInt8] {
        var text: [UInt8] = []
        printer.append(value, to: &text)
        if text.last == UInt8(ascii: "\n") { text.removeLast() }
        return text
    }

    /// Text of the script or the server that cannot drive a terminal.
    func harmless(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.appendText(text.span, for: destination)
        return result
    }

    /// Bytes as a JSON string.
    func string(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.appendJSON(bytes.span, for: destination)
        return text
    }

    /// Several of them as a JSON array.
    func list(_ words: [[UInt8]]) -> [UInt8] {
        let items = words.map { string($0) }.joined(separator: [UInt8(ascii: ",")])
        return [UInt8(ascii: "[")] + items + [UInt8(ascii: "]")]
    }
}
