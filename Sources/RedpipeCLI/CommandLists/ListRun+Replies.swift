import Redpipe
import RedpipeRESP
import RedpipeRuntime

extension ListRun {
    /// Takes all whole replies, as long as there is room for what they look like.
    mutating func takeReplies() {
        hasRepliesLeft = false
        // A connection that is to be replaced has nothing more to say.
        while ending == nil, reconnection == nil {
            guard output.hasRoom || output.failure != nil else {
                hasRepliesLeft = true
                return
            }
            let position = base + connection.answeredCount
            switch connection.nextReply() {
            case .nothing: return printNotices(upTo: base + connection.answeredCount)
            case .reply: takeReply(at: position)
            case .push where isPushReply && connection.takePushAsReply(): takeReply(at: position)
            case .push: takePush()
            case .failed(let error): return fail(error)
            }
        }
    }

    private mutating func takeReply(at position: Int) {
        if let recovery {
            if position < recovery.end { return takeRestoration() }
            self.recovery = nil
        }
        printNotices(upTo: position)
        guard let origin = lines.advance(to: position) else { return }
        tally.replyCount += 1
        let found = show(origin)
        if !found.isEmpty { report(found, origin) }
        if origin.role != .ordinary {
            settle(origin, at: position, outcome(found))
            transactions.advance(toAnswered: position + 1)
        }
        if output.isTerminal { flushOutput() }
    }

    private func outcome(_ found: [ReplyErrors.Found]) -> ReplyOutcome {
        connection.decoder.withReply { nodes, bytes in
            ReplyOutcome(nodes, bytes: bytes, errors: found)
        }
    }

    /// Messages between replies are for people who look on.
    private mutating func takePush() {
        guard isStreaming || output.isTerminal else { return }
        printNotices(upTo: base + connection.answeredCount)
        if settings.format == .ndjson { showPushObject() } else { showReply() }
        flushOutput()
    }

    // MARK: Printing

    /// Whether replies are printed: those to RESP are only counted, as `redis-cli --pipe` does,
    /// but where objects were asked for.
    private var showsReplies: Bool {
        guard settings.showsReplies, output.failure == nil else { return false }
        return source.grammar != .resp || settings.format == .ndjson
    }

    /// Prints the current reply.
    ///
    /// - Returns: The errors in it.
    private mutating func show(_ origin: SentLines.Origin) -> [ReplyErrors.Found] {
        guard showsReplies else {
            commandTexts.removeFirst()
            return findErrors()
        }
        switch settings.format {
        case .ndjson: return showObject(origin)
        case .raw, .human, .csv:
            guard origin.role != .text else { return showText() }
            return showReply()
        case .json, .table, .resp: return showReply()
        }
    }

    @discardableResult
    private mutating func showReply() -> [ReplyErrors.Found] {
        connection.decoder.withReply { nodes, bytes in
            printer.append(nodes, bytes: bytes, to: &output.bytes)
            return ReplyErrors.find(nodes, bytes: bytes)
        }
    }

    private mutating func showText() -> [ReplyErrors.Found] {
        connection.decoder.withReply { nodes, bytes in
            textPrinter.append(nodes, bytes: bytes, to: &output.bytes)
            return ReplyErrors.find(nodes, bytes: bytes)
        }
    }

    private func findErrors() -> [ReplyErrors.Found] {
        connection.decoder.withReply { nodes, bytes in ReplyErrors.find(nodes, bytes: bytes) }
    }

    /// Prints what takes its turn before the reply to a command.
    mutating func printNotices(upTo command: Int) {
        while let next = notices.first, next.command <= command {
            notices.removeFirst()
            if showsReplies { show(next.notice) }
            guard let message = next.notice.message else { continue }
            tally.refusedLineCount += 1
            report(message, line: next.notice.line, column: next.notice.column)
        }
    }

    // MARK: Errors

    private mutating func report(_ found: [ReplyErrors.Found], _ origin: SentLines.Origin) {
        tally.errorCount += found.count
        for error in found {
            var text: [UInt8] = []
            if !error.path.isEmpty {
                let path = error.path.map(String.init).joined(separator: ".")
                text += "element \(path): ".utf8
            }
            text.appendLine(error.text.span, for: .terminal)
            report(String(decoding: text, as: UTF8.self), line: origin.line, column: nil)
        }
        if settings.stopsAtErrors { stop(.stopped(line: origin.line), patience: nil) }
    }

    private func report(_ message: String, line: Int, column: Int?) {
        let place = settings.place(line: line, column: column, of: source)
        errors.write("\(place): \(message)\n")
    }
}

extension ListSettings {
    /// What a message about a line begins with: `<stdin>:7:12`.
    func place(line: Int, column: Int?, of source: borrowing CommandSource) -> String {
        switch source.grammar {
        case .arguments: "redpipe"
        case .resp: "\(source.reader.name): command \(line)"
        case .lines, .undecided:
            "\(source.reader.name):\(line)" + (column.map { ":\($0)" } ?? "")
        }
    }
}
