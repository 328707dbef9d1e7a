package import RedpipeSyntax

/// A value of a script that is there when the outermost open block has run.
///
/// A class, because identity is the meaning: the name, the block and the callbacks see one value.
package final class DeferredValue {
    private enum State {
        case pending
        case known(Value)
        case failed(ScriptError)
    }

    private var state: State
    /// The name that it was bound to.
    package var name: String?
    /// Where it comes from: the name, or the command.
    package var span: SourceSpan
    /// The header of the block that fills it.
    package let block: SourceSpan?

    init(name: String? = nil, at span: SourceSpan, block: SourceSpan?) {
        state = .pending
        self.name = name
        self.span = span
        self.block = block
    }

    var pendingRead: PendingRead { PendingRead(name: name, span: span, block: block) }

    func fill(_ value: Value) {
        state = .known(value)
    }

    func fail(_ error: ScriptError) {
        state = .failed(error)
    }

    package enum Reading {
        case pending
        case known(Value)
        case failed(ScriptError)
    }

    package var reading: Reading {
        switch state {
        case .pending: .pending
        case .known(let value): .known(value)
        case .failed(let error): .failed(error)
        }
    }
}
