import Glibc

/// Standard output of an interactive session: what is taller than the screen goes to a pager.
///
/// Text waits until a block has been shown, or until it is known not to fit; from then on it
/// streams, so the first page is there before the last element has been formatted.
final class ReplScreen {
    let output: FileOutput
    /// What is taller than the screen goes to a pager: only a person with a keyboard can use one.
    var pages: Bool
    private var waiting: [UInt8] = []
    private var lineCount = 0
    private var pager: Pager?
    /// A copy of everything, for `\o`.
    var copy: FileOutput?

    init(_ output: FileOutput, pages: Bool) {
        self.output = output
        self.pages = pages
    }

    /// The reader has closed the pager: what is left of this block need not be formatted.
    var isUnwanted: Bool { pager?.isClosed ?? false && copy == nil }

    func write(_ bytes: [UInt8]) {
        copy?.write(output.isTerminal ? bytes.withoutStyle : bytes)
        if let pager {
            pager.write(bytes)
            return rescueMissed()
        }
        guard pages else { return output.write(bytes) }
        waiting += bytes
        lineCount += bytes.count { $0 == UInt8(ascii: "\n") }
        if isTallerThanScreen { startPaging() }
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    private var isTallerThanScreen: Bool {
        let size = TerminalSize(descriptor: output.descriptor)
        // A long line takes several rows of the screen.
        return lineCount >= size.rows || waiting.count >= size.rows * size.columns
    }

    private func startPaging() {
        output.flush()
        pager = Pager()
        if let pager {
            pager.write(waiting)
            rescueMissed()
        } else {
            output.write(waiting)
            output.flush()
        }
        waiting = []
        lineCount = 0
    }

    /// Shows what was meant for a pager that could not be started; there is none from now on.
    private func rescueMissed() {
        guard let missed = pager?.missed else { return }
        pager = nil
        pages = false
        output.write(missed)
    }

    /// A block has been shown.
    func finishBlock() {
        pager?.finish()
        rescueMissed()
        pager = nil
        output.write(waiting)
        waiting = []
        lineCount = 0
        output.flush()
        copy?.flush()
        guard let broken = copy, let failure = broken.failure else { return }
        close(broken.descriptor)
        copy = nil
        output.write("\\o: the file cannot be written: \(failure); it is not any more\n")
        output.flush()
    }
}

extension [UInt8] {
    /// The text without our own escape sequences; what servers say holds none on a terminal.
    fileprivate var withoutStyle: [UInt8] {
        guard contains(0x1b) else { return self }
        var text: [UInt8] = []
        var isInSequence = false
        for byte in self {
            if byte == 0x1b {
                isInSequence = true
            } else if !isInSequence {
                text.append(byte)
            } else if (0x40...0x7e).contains(byte), byte != UInt8(ascii: "[") {
                isInSequence = false
            }
        }
        return text
    }
}
