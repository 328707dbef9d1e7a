import Redpipe
import RedpipeRESP

extension Repl {
    /// Sends a command that the script may not send: one whose replies are messages, such as SUBSCRIBE
    /// and MONITOR, or EXEC of a transaction that lacks a command.
    func run(_ interception: ReplGuard.Interception) {
        let name = interception.connection
        if interception.words[0].lowercasedText == "exec" { return discardTransaction(on: name) }
        guard let connection = connections.connection(named: name) else { return }
        if notes[name]?.isInTransaction == true {
            output.say("(error) messages cannot be ordered inside MULTI: EXEC or DISCARD first\n")
            return note(ExitStatus.failure)
        }
        if !connection.isOpen { connection.open() }
        var bytes: [UInt8] = []
        RESPEncoder.appendCommand(interception.words, to: &bytes)
        let command = interception.words[0].lowercasedText
        let isMonitor = command == "monitor"
        let hasReply = isMonitor || command == "shutdown"
        connection.append(bytes.span, blocking: .forever, hasReply: hasReply)
        if command == "shutdown" { return awaitEnd(of: connection) }
        guard wait(until: { connection.isReady && connection.unsentCount == 0 }, on: connection)
        else { return fail(connection) }
        connection.isStreaming = true
        if isMonitor {
            monitor(connection)
        } else {
            confirm(command, interception.words, on: connection)
        }
    }

    /// Ends a transaction as the server does when it has refused one of its commands.
    private func discardTransaction(on name: ConnectionName) {
        note(ExitStatus.failure)
        var pipeline = Pipeline()
        var words = ArgumentList()
        words.append("DISCARD".utf8)
        let slot = ReplySlot()
        pipeline.enqueue(words, into: slot, onLane: pipeline.lane(for: name))
        let value: RESPValue
        do {
            try pipeline.execute(on: connections)
            value = try slot.reply
        } catch {
            return output.say("(error) the transaction was not discarded: \(error)\n")
        }
        notes[name]?.note([Array("discard".utf8)], reply: value)
        output.say(
            """
            (error) the transaction is discarded, as one of its lines was refused
              = note: nothing of it has run

            """
        )
    }

    /// Shows commands of others until Ctrl-C; nothing else can be sent on such a connection.
    private func monitor(_ connection: Connection) {
        _ = wait(until: { false }, on: connection)
        guard connection.isOpen else { return fail(connection) }
        connection.close()
        notes[connection.name]?.forgetUnrepeatable()
        if isInteractive {
            output.say("MONITOR is over; the connection is opened anew at the next command\n")
        }
    }

    /// The end of the server is the reply to SHUTDOWN; an error is one too.
    private func awaitEnd(of connection: Connection) {
        if wait(
            until: { connection.outstandingCount == 0 && connection.unsentCount == 0 },
            on: connection
        ) {
            return note(ExitStatus.failure)
        }
        guard SignalPipe.signal == nil else { return fail(connection) }
        connection.close()
        notes[connection.name]?.forgetUnrepeatable()
        down.insert(connection.name)
        output.say("the server has ended\n")
    }

    /// Waits for one confirmation a channel; the messages then come above the prompt.
    private func confirm(_ command: String, _ words: [[UInt8]], on connection: Connection) {
        let confirmation = Confirmation(of: command, count: max(1, words.count - 1))
        guard wait(until: { confirmation.isDone }, on: connection, take: confirmation.take) else {
            return fail(connection)
        }
        if confirmation.isRefused { note(ExitStatus.failure) }
        if isInteractive, !command.contains("un"), !confirmation.isRefused {
            let prefix = command.prefix { $0 != "s" } + (command.hasPrefix("ss") ? "s" : "")
            let ending = (prefix + "unsubscribe").uppercased()
            output.say("messages come above the prompt; Ctrl-C or \(ending) ends them\n")
        }
    }

    // MARK: Waiting

    /// Shows what arrives until a condition holds.
    ///
    /// - Returns: Whether it does; not after Ctrl-C or a loss, but for a stream that has no end.
    private func wait(
        until isDone: () -> Bool,
        on connection: Connection,
        take: (RESPValue) -> Void = { _ in }
    ) -> Bool {
        connection.flush()
        while true {
            takeMessages(of: connection, take)
            if isDone() { return true }
            guard connection.isOpen else { return false }
            poller.removeAll()
            let signals = poller.watch(wakeUp ?? -1, for: .readable)
            let socket = connection.fileDescriptor.map {
                poller.watch($0, for: connection.wantedEvents)
            }
            poller.wait(until: connection.deadline)
            guard poller.events(at: signals).isEmpty else { return false }
            connection.process(socket.map { poller.events(at: $0) } ?? [])
        }
    }

    private func takeMessages(of connection: Connection, _ take: (RESPValue) -> Void) {
        while true {
            switch connection.nextReply() {
            case .nothing, .failed: return screen.finishBlock()
            case .reply, .push:
                let message = connection.decoder.value
                showPush(message, from: connection.name)
                take(message)
            }
        }
    }

    private func fail(_ connection: Connection) {
        if SignalPipe.signal == nil {
            collect(from: connection)
        } else {
            connection.close()
            output.say("interrupted; the connection is opened anew at the next command\n")
        }
        notes[connection.name]?.forgetUnrepeatable()
        note(ExitStatus.lost)
    }
}

/// What a server says to SUBSCRIBE and its like: a message for each channel, or an error.
private final class Confirmation {
    private let command: String
    private var missing: Int
    private(set) var isRefused = false

    init(of command: String, count: Int) {
        self.command = command
        missing = count
    }

    var isDone: Bool { missing <= 0 || isRefused }

    func take(_ message: RESPValue) {
        switch message {
        case .push, .array: if message.subscriptionChange?.kind == command { missing -= 1 }
        case .error: isRefused = true
        default: break
        }
    }
}

extension RESPValue {
    /// What a message says that confirms a change: `subscribe`, the channel, how many there are.
    var subscriptionChange: (kind: String, count: Int)? {
        switch self {
        case .push(let items), .array(let items):
            guard items.count == 3, case .bulkString(let kind) = items[0],
                case .integer(let count) = items[2]
            else { return nil }
            let name = kind.lowercasedText
            return name.hasSuffix("subscribe") ? (name, Int(clamping: count)) : nil
        default: return nil
        }
    }
}
