import Glibc
import RedpipeSyntax

/// How replies are printed.
enum OutputFormat: String { case human, raw, csv, json, ndjson }

extension CommonArguments {
    func outputFormat(isTerminal: Bool, forScripts: Bool) throws(ProgramError) -> OutputFormat {
        guard let name = format else {
            if json { return forScripts ? .ndjson : .json }
            if csv { return .csv }
            if noRaw { return .human }
            return raw || !isTerminal ? .raw : .human
        }
        if name == "json" { return .ndjson }
        guard let format = OutputFormat(rawValue: name) else {
            throw ProgramError("unknown format `\(name)`; one of human, raw, json, csv", .usage)
        }
        return format
    }

    func replyPrinter(_ format: OutputFormat, isTerminal: Bool) -> ReplyWriter { ReplyWriter() }

    func textStyle(for output: FileOutput) -> TextStyle {
        switch color {
        case .always: return .colored
        case .never: return .plain
        case .auto: break
        }
        guard output.isTerminal, unsafe getenv("NO_COLOR") == nil else { return .plain }
        if let term = unsafe getenv("TERM"), unsafe strcmp(term, "dumb") == 0 { return .plain }
        return .colored
    }
}
