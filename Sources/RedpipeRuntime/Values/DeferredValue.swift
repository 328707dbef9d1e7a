package import Redpipe
package import RedpipeRESP
package import RedpipeSyntax

/// A value of a script that is there when the outermost open block has run.
///
/// A class, because identity is the meaning: the name, the block and the callbacks see one value. The
/// reply of a command goes straight into it: a block of a hundred thousand commands has as many of
/// these, so all that they share lies in their ``DeferredOrigin``.
package final class DeferredValue {
    private enum State {
        case pending
        case integer(Int64)
        case ok
        /// As the server sent it.
        case reply(RESPValue)
        /// A list or a map that was read, beside the reply it was made of.
        case read(ReadReply)
        case known(Value)
        /// The command failed; nobody has said yet what that means to the script.
        case unanswered(DeferredError)
        case failed(ScriptError)
    }

    private var state = State.pending
    package private(set) var origin: DeferredOrigin

    init(_ origin: DeferredOrigin) {
        self.origin = origin
    }

    convenience init(name: String? = nil, at span: SourceSpan, block: SourceSpan?) {
        self.init(DeferredOrigin(name: name, span: span, block: block))
    }

    /// The name that it was bound to.
    package var name: String? { origin.name }

    /// Where it comes from: the name, or the command.
    package var span: SourceSpan { origin.span }

    var pendingRead: PendingRead { PendingRead(origin) }

    /// Gives a value without a name the one that it is bound to.
    func takeName(_ name: Identifier) {
        guard origin.name == nil else { return }
        origin = origin.named(name)
    }

    func fill(_ value: Value) {
        state = .known(value)
    }

    func fail(_ error: ScriptError) {
        state = .failed(error)
    }

    /// Why its command has no value, until ``fail(_:)`` says what that means.
    var problem: DeferredError? {
        if case .unanswered(let error) = state { error } else { nil }
    }

    /// The reply in RESP3's shapes, for printers; `nil` unless a command has filled it.
    var reply: RESPValue? {
        switch state {
        case .integer(let number): .integer(number)
        case .ok: Self.ok
        case .reply(let reply): origin.converted(reply)
        case .read(let read): read.reply
        case .pending, .known, .unanswered, .failed: nil
        }
    }

    package enum Reading {
        case pending
        case known(Value)
        case failed(ScriptError)
    }

    package var reading: Reading {
        switch state {
        case .pending, .unanswered: return .pending
        case .integer(let number): return .known(.integer(number))
        case .ok: return .known(.text(Self.okBytes))
        case .reply(let reply): return .known(read(reply))
        case .read(let read): return .known(read.value)
        case .known(let value): return .known(value)
        case .failed(let error): return .failed(error)
        }
    }

    /// Makes a value of the reply; of lists and maps only once.
    private func read(_ reply: RESPValue) -> Value {
        let reply = origin.converted(reply)
        let value = Value(reply)
        switch value {
        case .list, .map: state = .read(ReadReply(reply: reply, value: value))
        default: break
        }
        return value
    }

    private static let ok = RESPValue.simpleString(okBytes)
    private static let okBytes = Array("OK".utf8)
}

extension DeferredValue: ReplySink {
    package func fill(with reply: RESPValue) {
        if case .error(let text) = reply.withoutAttributes {
            state = .unanswered(.server(ServerError(text: text)))
        } else {
            state = .reply(reply)
        }
    }

    package func fill(with number: Int64) {
        state = .integer(number)
    }

    package func fillWithOK() {
        state = .ok
    }

    package func fail(with error: DeferredError) {
        // What was taken back while its block was built has said why by itself.
        if case .failed = state { return }
        state = .unanswered(error)
    }
}

/// A reply and the value that was made of it.
private final class ReadReply {
    let reply: RESPValue
    let value: Value

    init(reply: RESPValue, value: Value) {
        self.reply = reply
        self.value = value
    }
}

extension Value {
    /// The value itself where it was deferred and is there.
    package var settled: Value {
        guard case .deferred(let deferred) = self, case .known(let value) = deferred.reading else {
            return self
        }
        return value
    }
}
