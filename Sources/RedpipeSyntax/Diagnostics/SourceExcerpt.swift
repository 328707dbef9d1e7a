/// One source line made fit to be shown: tabs expanded, control characters made harmless, a very long
/// line cut to a window around what matters, and a map from byte offsets to cells.
struct SourceExcerpt {
    /// More than this much of a line is not shown.
    private static let maximumCells = 140

    let text: String
    private let line: Range<Int>
    /// The cell where each byte of the window starts, and the end of the last.
    private let cells: [Int]
    private let window: Range<Int>

    init(of line: SourceLine, in source: SourceText, around focus: Int) {
        self.line = line.range
        window = Self.window(of: line.range, in: source.bytes, around: focus)
        var drawn = window.lowerBound > line.range.lowerBound ? "…" : ""
        var cell = drawn.isEmpty ? 0 : 1
        var cells: [Int] = []
        let secrets = source.bytes.passwords(in: line.range)
        var offset = window.lowerBound
        while offset < window.upperBound {
            let (scalar, byteCount) =
                source.bytes.scalar(at: offset, before: window.upperBound) ?? ("\u{fffd}", 1)
            let secret = secrets.first { $0.contains(offset) }
            let piece = secret.map { $0.lowerBound == offset ? "***" : "" } ?? Self.harmless(scalar)
            cells.append(contentsOf: repeatElement(cell, count: byteCount))
            cell += piece.unicodeScalars.reduce(0) { $0 + cellCount(of: $1) }
            drawn += piece
            offset += byteCount
        }
        cells.append(cell)
        text = drawn + (window.upperBound < line.range.upperBound ? "…" : "")
        self.cells = cells
    }

    /// The cells that a span covers on this line, at least one.
    func cells(of span: Range<Int>) -> Range<Int> {
        let lower = cell(at: span.lowerBound)
        return lower..<max(lower + 1, cell(at: min(span.upperBound, line.upperBound)))
    }

    private func cell(at offset: Int) -> Int {
        cells[min(max(offset - window.lowerBound, 0), window.count)]
    }

    private static func window(
        of line: Range<Int>,
        in bytes: [UInt8],
        around focus: Int
    ) -> Range<Int> {
        guard line.count > maximumCells else { return line }
        let focus = min(max(focus, line.lowerBound), line.upperBound)
        var lower = max(line.lowerBound, focus - maximumCells / 2)
        var upper = min(line.upperBound, lower + maximumCells)
        while lower > line.lowerBound, bytes[lower] & 0xc0 == 0x80 { lower -= 1 }
        while upper < line.upperBound, bytes[upper] & 0xc0 == 0x80 { upper += 1 }
        return lower..<upper
    }

    private static func harmless(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x09: "    "
        case 0..<0x20, 0x7f..<0xa0, 0x202a...0x202e, 0x2066...0x2069: "\u{fffd}"
        default: String(scalar)
        }
    }
}
