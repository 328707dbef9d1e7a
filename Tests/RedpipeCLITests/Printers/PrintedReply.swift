import RedpipeRESP
import Testing

@testable import RedpipeCLI

/// A reply on the wire, and its text in every format.
struct PrintedReply: Sendable, CustomTestStringConvertible {
    let wire: [UInt8]
    let texts: [OutputFormat: String]

    init(
        _ wire: String,
        human: String,
        raw: String,
        csv: String,
        json: String,
        ndjson: String? = nil
    ) {
        self.init(
            Array(wire.utf8),
            human: human,
            raw: raw,
            csv: csv,
            json: json,
            ndjson: ndjson
        )
    }

    /// A reply whose JSON is the same in both dialects unless `ndjson` is given.
    init(
        _ wire: [UInt8],
        human: String,
        raw: String,
        csv: String,
        json: String,
        ndjson: String? = nil
    ) {
        self.wire = wire
        texts = [
            .human: human, .raw: raw, .csv: csv, .json: json, .ndjson: ndjson ?? json,
        ]
    }

    var testDescription: String { String(decoding: wire, as: UTF8.self).debugDescription }
}

extension OutputFormat {
    /// What this format makes of replies on the wire.
    func text(
        of wire: [UInt8],
        _ options: PrinterOptions = PrinterOptions()
    ) throws -> [UInt8] {
        var printer = printer(options)
        var output: [UInt8] = []
        var decoder = RESPDecoder()
        decoder.append(wire.span)
        while try decoder.next() {
            decoder.withReply { nodes, bytes in
                printer.append(nodes, bytes: bytes, to: &output)
            }
        }
        #expect(decoder.bufferedByteCount == 0)
        return output
    }
}
