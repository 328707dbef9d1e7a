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
        output.bytes += (settings.format == .ndjson ? "{\"line\":\(notice.line)," : "{").utf8
        output.bytes += "\"error\":".utf8
        objectPrinter.appendError(Array("INVALID \(message)".utf8).span, to: &output.bytes)
        output.bytes += "}\n".utf8
    }

    /// Prints the current reply as an object that names its line and its command.
    mutating func showObject(_ origin: SentLines.Origin) -> [ReplyErrors.Found] {
        let destination = settings.printerOptions.destination
        output.bytes += "{\"line\":\(origin.line),\"conn\":".utf8
        output.bytes.appendJSON(Array(connection.name.text.utf8).span, for: destination)
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
