/// How replies are written.
package enum OutputFormat: String, CaseIterable, Sendable {
    /// redis-cli's look on a terminal: quoted strings, `(integer) 1`, numbered lists.
    case human
    /// Values as they are, as redis-cli writes them into a pipe.
    case raw
    /// redis-cli's `--csv`: a line a reply, lists flattened.
    case csv
    /// redis-cli's `--json`: a line a reply, and always valid.
    case json
    /// The values of `-o json`: one JSON value a line, which tells all types apart.
    case ndjson
    /// Rows and columns.
    case table
    /// RESP3, as a server would send it.
    case resp
}

extension OutputFormat {
    /// What writes replies in this format.
    package func printer(_ options: PrinterOptions = PrinterOptions()) -> any ReplyPrinter {
        switch self {
        case .human: HumanPrinter(destination: options.destination)
        case .raw: RawPrinter(options)
        case .csv: CSVPrinter()
        case .json: JSONPrinter(.redisCLI, destination: options.destination)
        case .ndjson: JSONPrinter(.tagged, destination: options.destination)
        case .table: TablePrinter(destination: options.destination)
        case .resp: RESPPrinter()
        }
    }
}
