/// How a command list is run and shown.
struct ListSettings {
    /// How replies are written.
    var format = OutputFormat.raw
    var printerOptions = PrinterOptions()
    /// Whether to stop at the first error.
    var stopsAtErrors = false
    /// Whether to connect anew after a loss.
    var reconnects = false
    /// Whether replies are shown.
    var showsReplies = true
    /// The time between two repetitions of a command.
    var interval = Duration.zero
}
