import Redpipe
import RedpipeRESP

extension ListRun {
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
