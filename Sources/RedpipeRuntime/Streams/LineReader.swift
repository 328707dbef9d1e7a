import Glibc
import RedpipeSyntax

/// Takes the lines of a file one at a time.
struct LineReader {
    private var reader: InputReader
    private let file: OpenFile
    /// The number of the line that was taken last.
    private(set) var line = 0
    /// That line ended in a carriage return and a line feed.
    private(set) var endedInReturn = false
    /// The expression that asked for the file.
    let span: SourceSpan
    private let isInterrupted: () -> Bool

    /// Opens a file; the path `-` is standard input.
    ///
    /// - Throws: If it cannot be opened.
    init(
        _ path: String,
        at span: SourceSpan,
        isInterrupted: @escaping () -> Bool
    ) throws(EvaluationError) {
        self.span = span
        self.isInterrupted = isInterrupted
        do throws(InputFailure) {
            reader = try InputReader(opening: path)
            file = OpenFile(reader.descriptor)
        } catch {
            throw .raised(.unreadable(path, error.message, at: span))
        }
    }

    /// Goes on to the next line.
    ///
    /// - Returns: Where it lies in ``bytes`` until the next call, without its line feed and a carriage
    ///   return before that; `nil` at the end.
    mutating func next() throws(EvaluationError) -> Range<Int>? {
        while true {
            if let range = reader.takeLine() {
                line += 1
                return trimmed(range)
            }
            if reader.isAtEnd { return nil }
            try fill()
        }
    }

    /// What the lines lie in.
    var bytes: [UInt8] { reader.storage }

    /// A message that names the file and the line.
    func error(_ message: String) -> EvaluationError {
        .raised(Diagnostic("E0611", "\(reader.name):\(line): \(message)", at: span))
    }

    private mutating func fill() throws(EvaluationError) {
        do throws(InputFailure) {
            try reader.fill()
        } catch {
            throw .raised(.unreadable(reader.name, error.message, at: span))
        }
        guard isInterrupted() else { return }
        throw .failed(.interruption(at: span))
    }

    /// Without a byte order mark at the start of the file and a carriage return at the end.
    private mutating func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        if line == 1, reader.storage[range].starts(with: [0xef, 0xbb, 0xbf]) {
            range = range.dropFirst(3)
        }
        endedInReturn = !range.isEmpty && reader.storage[range.upperBound - 1] == 0x0d
        return endedInReturn ? range.dropLast() : range
    }
}

/// Closes a file when nobody reads it any more; standard input stays open.
private final class OpenFile {
    private let descriptor: Int32

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit {
        if descriptor > 2 { close(descriptor) }
    }
}

extension Diagnostic {
    static func unreadable(_ path: String, _ reason: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0610", "cannot read `\(path.printable)`: \(reason)", at: span)
    }
}
