import Redpipe
import RedpipeRESP
import RedpipeRuntime
import RedpipeSyntax

/// Shows a script's results as text: bare replies as the printer writes them, bound ones for people
/// as `name = reply`.
final class TextScriptOutput: ScriptOutput {
    private let output: FileOutput
    private let diagnostics: DiagnosticWriter
    private var printer: ReplyWriter
    private let format: OutputFormat

    init(
        _ output: FileOutput,
        _ diagnostics: DiagnosticWriter,
        _ printer: ReplyWriter,
        _ format: OutputFormat
    ) {
        self.output = output
        self.diagnostics = diagnostics
        self.printer = printer
        self.format = format
    }

    var hasFailed: Bool { output.failure != nil }

    var wantsCommands: Bool { false }

    func show(_ reply: ShownReply) {
        guard case .success(let value) = reply.result else { return }
        writeLine(columns(of: value) ?? printer.line(of: value), name: reply.name)
    }

    func show(_ value: ShownValue) {
        switch format {
        case .table, .csv, .resp: writeLine(printer.line(of: value.value.reply), name: value.name)
        case .human:
            let text = columns(of: value.value.reply) ?? printer.harmless(value.text)
            writeLine(text, name: value.name)
        case .raw, .json, .ndjson: writeLine(printer.harmless(value.text), name: value.name)
        }
    }

    /// For people models and hashes stand in columns.
    private func columns(of reply: RESPValue) -> [UInt8]? {
        format == .human ? ColumnTable(reply)?.text : nil
    }

    func print(_ text: [UInt8], at span: SourceSpan) {
        writeLine(printer.harmless(text), name: nil)
    }

    func report(_ diagnostic: Diagnostic) {
        output.flush()
        diagnostics.write(diagnostic)
    }

    func finishBlock() {
        output.flush()
    }

    /// A text of several lines stands below its name.
    private func writeLine(_ text: [UInt8], name: String?) {
        // A name would be no field of CSV and no reply.
        if let name, format != .csv, format != .resp {
            output.write("\(name) =")
            output.write(format == .table || text.contains(UInt8(ascii: "\n")) ? "\n" : " ")
        }
        output.write(text)
        output.write("\n")
    }
}
