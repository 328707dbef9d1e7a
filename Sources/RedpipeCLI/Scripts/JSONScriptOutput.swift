import Redpipe
import RedpipeRESP
import RedpipeRuntime
import RedpipeSyntax

/// Shows a script's results as NDJSON: one object a reply, a value or a `print`, in order; errors
/// too, so that a consumer sees every command once.
final class JSONScriptOutput: ScriptOutput {
    private let output: FileOutput
    private let diagnostics: DiagnosticWriter
    private let files: SourceFiles
    private var printer: ReplyWriter

    init(
        _ output: FileOutput,
        _ diagnostics: DiagnosticWriter,
        _ files: SourceFiles,
        _ printer: ReplyWriter
    ) {
        self.output = output
        self.diagnostics = diagnostics
        self.files = files
        self.printer = printer
    }

    var hasFailed: Bool { output.failure != nil }

    var wantsCommands: Bool { true }

    func show(_ reply: ShownReply) {
        var object = object(at: reply.span, reply.name, reply.connection, reply.words)
        switch reply.result {
        case .success(let value): object.add("value", printer.line(of: value))
        case .failure(let error): object.add("error", describe(error))
        }
        write(object)
    }

    func show(_ value: ShownValue) {
        var object = object(at: value.span, value.name, value.call?.connection, value.call?.words)
        if case .failure(let error) = value.value {
            var kept = JSONObject()
            kept.add("error", describe(error))
            object.add("value", kept.text)
        } else {
            object.add("value", printer.line(of: value.value.reply))
        }
        write(object)
    }

    func show(_ failure: ShownFailure) {
        var object = object(
            at: failure.span,
            failure.name,
            failure.call.connection,
            failure.call.words
        )
        object.add("error", describe(failure.error))
        write(object)
    }

    private func object(
        at span: SourceSpan,
        _ name: String?,
        _ connection: ConnectionName?,
        _ words: [[UInt8]]?
    ) -> JSONObject {
        var object = JSONObject(line: files.lineNumber(of: span))
        if let connection { object.add("conn", printer.string(Array(connection.text.utf8))) }
        if let words, !words.isEmpty {
            object.add("cmd", printer.list(PasswordRule.masked(words)))
        }
        if let name { object.add("name", printer.string(Array(name.utf8))) }
        return object
    }

    func print(_ text: [UInt8], at span: SourceSpan) {
        var object = JSONObject(line: files.lineNumber(of: span))
        object.add("print", printer.string(text))
        write(object)
    }

    func report(_ diagnostic: Diagnostic) {
        output.flush()
        diagnostics.write(diagnostic)
    }

    func finishBlock() {
        output.flush()
    }

    private func describe(_ error: ScriptError) -> [UInt8] {
        var object = JSONObject()
        object.add("code", printer.string(Array(error.code.utf8)))
        object.add("message", printer.string(Array(error.messageWithoutCode.utf8)))
        object.add("outcome", printer.string(Array(error.outcome.rawValue.utf8)))
        return object.text
    }

    private func write(_ object: JSONObject) {
        output.write(object.text)
        output.write("\n")
    }
}

extension ScriptError {
    /// The server's words behind the code, which has a member of its own.
    fileprivate var messageWithoutCode: String {
        message.hasPrefix(code + " ") ? String(message.dropFirst(code.utf8.count + 1)) : message
    }
}
