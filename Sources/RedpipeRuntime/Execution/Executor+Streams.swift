import Redpipe
import RedpipeCompiler
import RedpipeSyntax

extension Executor {
    /// The stream that a call of the library makes; `nil` if it makes something else.
    func stream(
        _ function: LibraryFunction,
        _ arguments: [Value],
        at span: SourceSpan
    ) throws(EvaluationError) -> ItemStream? {
        switch function {
        case .lines, .stdin:
            let reader = try reader(function, arguments, at: span)
            return ItemStream(name(of: function, arguments), LineSource(reader))
        case .ndjson:
            let reader = try reader(function, arguments, at: span)
            return ItemStream(name(of: function, arguments), NDJSONSource(reader))
        case .csv:
            let source = try csv(arguments, at: span)
            return ItemStream(name(of: function, arguments), source)
        case .chunks:
            guard case .stream(let stream) = arguments[0] else { return nil }
            return try chunks(stream, arguments[1], at: span)
        default: return nil
        }
    }

    private func name(of function: LibraryFunction, _ arguments: [Value]) -> String {
        let path = String(decoding: arguments.first?.bytes ?? [], as: UTF8.self).printable
        return path.isEmpty ? "\(function.rawValue)()" : "\(function.rawValue)(\"\(path)\")"
    }

    private func reader(
        _ function: LibraryFunction,
        _ arguments: [Value],
        at span: SourceSpan
    ) throws(EvaluationError) -> LineReader {
        let library = Library(span: span, function: function)
        let path = function == .stdin ? Array("-".utf8) : try library.text(arguments[0])
        if path == Array("-".utf8), settings.standardInputIsScript {
            throw .raised(.inputIsScript(at: span))
        }
        return try LineReader(
            String(decoding: path, as: UTF8.self),
            at: span,
            isInterrupted: settings.isInterrupted
        )
    }

    private func csv(_ arguments: [Value], at span: SourceSpan) throws(EvaluationError) -> CSVSource
    {
        let library = Library(span: span, function: .csv)
        var separator = UInt8(ascii: ",")
        if case .null = arguments[1] {
        } else {
            let text = try library.text(arguments[1])
            guard text.count == 1, ![0x0a, 0x0d, 0x22].contains(text[0]) else {
                throw library.invalid("a separator is one byte, and no quote or line break")
            }
            separator = text[0]
        }
        let hasHeader: Bool
        switch arguments[2] {
        case .null: hasHeader = true
        case .boolean(let flag): hasHeader = flag
        default: throw library.wrong(arguments[2], "a bool for `header`")
        }
        let reader = try reader(.csv, arguments, at: span)
        return CSVSource(reader, separator: separator, hasHeader: hasHeader)
    }

    private func chunks(
        _ stream: ItemStream,
        _ size: Value,
        at span: SourceSpan
    ) throws(EvaluationError) -> ItemStream {
        let library = Library(span: span, function: .chunks)
        let size = try library.integer(size)
        guard size > 0 else { throw library.invalid("`chunks` needs a size of at least 1") }
        try stream.start(at: span)
        return ItemStream(
            "chunks(\(stream.name), \(size))",
            asksServer: stream.asksServer,
            ChunkSource(stream: stream, size: Int(clamping: size))
        )
    }

    /// A walk over the keys of a server, on a connection of its own.
    mutating func stream(
        _ scan: PlannedScan,
        at span: SourceSpan
    ) throws(EvaluationError) -> ItemStream {
        let library = Library(span: span, function: .scan)
        let pattern = try library.text(known(scan.pattern))
        let target = scan.connection.map { ConnectionName($0) } ?? connection
        let source = ScanSource(
            pattern: pattern,
            connection: connections.secondConnection(to: target, for: "scan"),
            connections: connections,
            span: span
        )
        let text = String(decoding: pattern, as: UTF8.self).printable
        return ItemStream("scan(\"\(text)\")", asksServer: true, source)
    }

    /// A block that waits to be sent as one cannot be built out of what a server is asked meanwhile.
    func checkScan(at span: SourceSpan) throws(EvaluationError) {
        guard let block = openBlock, block.isExplicit, block.batch == nil else { return }
        throw .raised(
            Diagnostic("E0613", "a scan cannot be walked inside a block", at: span)
                .mark(block.header, "this block is sent as one when it closes")
                .help("walk it outside of blocks, or in `pipeline batch=1000 { … }`")
        )
    }
}

extension Diagnostic {
    fileprivate static func inputIsScript(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0610", "standard input is where the script itself comes from", at: span)
            .help("give the script as a file, or as `-e TEXT`")
    }
}
