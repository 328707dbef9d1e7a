/// What the user may choose about a format.
package struct PrinterOptions: Hashable, Sendable {
    /// What reads the text.
    package var destination = OutputDestination.stream
    /// What stands between the elements of a reply in the raw format: `-d`.
    package var elementDelimiter = Array("\n".utf8)
    /// What follows a reply in the raw format: `-D`.
    package var replyDelimiter = Array("\n".utf8)

    package init(destination: OutputDestination = .stream) {
        self.destination = destination
    }
}
