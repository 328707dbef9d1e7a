import Redpipe
import RedpipeRESP

extension ListRun {
    /// Prints what stands for a line that was not sent; in the JSON formats it must be JSON too.
    mutating func show(_ notice: ListNotice) {
        guard settings.format == .json || settings.format == .ndjson else {
            output.bytes += notice.output
            return
        }
        guard let message = notice.message else { return }
        if settings.format == .ndjson {
            beginObject(line: notice.line)
            output.bytes += ",\"error\":".utf8
        } else {
            output.bytes += "{\"error\":".utf8
        }
        objectPrinter.appendError(Array("INVALID \(message)".utf8).span, to: &output.bytes)
        output.bytes += "}\n".utf8
    }

    /// A list that is RESP has no lines: its commands are numbered.
    private mutating func beginObject(line: Int) {
        output.bytes += (source.grammar == .resp ? "{\"command\":" : "{\"line\":").utf8
        output.bytes += "\(line)".utf8
    }

    private mutating func appendConnection() {
        output.bytes += "\"conn\":".utf8
        output.bytes.appendJSON(
            Array(connection.name.text.utf8).span,
            for: settings.printerOptions.destination
        )
    }

    /// Prints the current message as an object; it answers no command.
    mutating func showPushObject() {
        output.bytes += "{".utf8
        appendConnection()
        output.bytes += ",\"push\":".utf8
        connection.decoder.withReply { nodes, bytes in
            objectPrinter.appendValue(nodes, bytes: bytes, to: &output.bytes)
        }
        output.bytes += "}\n".utf8
    }

    /// Prints the current reply as an object that names its line and its command.
    mutating func showObject(_ origin: SentLines.Origin) -> [ReplyErrors.Found] {
        beginObject(line: origin.line)
        output.bytes += ",".utf8
        appendConnection()
        output.bytes += ",\"cmd\":".utf8
        commandTexts.popFirst(into: &output.bytes)
        let isError = connection.decoder.isError
        output.bytes += (isError ? ",\"error\":" : ",\"value\":").utf8
        let found = connection.decoder.withReply { nodes, bytes in
            let errors = ReplyErrors.find(nodes, bytes: bytes)
            if isError, let error = errors.first {
                objectPrinter.appendError(error.text.span, to: &output.bytes)
            } else {
                objectPrinter.appendValue(nodes, bytes: bytes, to: &output.bytes)
            }
            return errors
        }
        output.bytes += "}\n".utf8
        return found
    }
}
