import Glibc
import RedpipeSyntax

extension ProgramOptions {
    /// The format that the options ask for; a terminal is for people, a pipe for programs.
    func outputFormat(isTerminal: Bool, forScripts: Bool) throws(ProgramError) -> OutputFormat {
        guard let name = format else {
            if isJSON { return forScripts ? .ndjson : .json }
            if isCSV { return .csv }
            if isNotRaw { return .human }
            return isRaw || !isTerminal ? .raw : .human
        }
        if name == "json" { return .ndjson }
        guard let format = OutputFormat(rawValue: name) else {
            throw ProgramError(
                "unknown format `\(name)`: human, raw, json, csv, table or resp",
                .usage
            )
        }
        return format
    }

    /// What makes text of replies, for a stream that may be a terminal.
    ///
    /// Who asks for raw bytes gets them, on a terminal too.
    func replyWriter(_ format: OutputFormat, isTerminal: Bool) -> ReplyWriter {
        let options = printerOptions(isTerminal: isTerminal)
        return ReplyWriter(format.printer(options), destination: options.destination)
    }

    func printerOptions(isTerminal: Bool) -> PrinterOptions {
        var options = PrinterOptions(destination: isTerminal && !isRaw ? .terminal : .stream)
        if let elementDelimiter { options.elementDelimiter = Array(elementDelimiter.utf8) }
        if let replyDelimiter { options.replyDelimiter = Array(replyDelimiter.utf8) }
        return options
    }

    func textStyle(for output: FileOutput) -> TextStyle {
        switch color {
        case .always: return .colored
        case .never: return .plain
        case .auto: break
        }
        guard output.isTerminal, unsafe getenv("NO_COLOR") == nil else { return .plain }
        guard let term = unsafe getenv("TERM"), unsafe strcmp(term, "dumb") != 0 else {
            return .plain
        }
        return .colored
    }
}
