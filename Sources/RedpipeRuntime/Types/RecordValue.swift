package import Redpipe
import RedpipeFields
import RedpipeSyntax

/// A record as a script sees it: what was loaded and saved through this handle.
///
/// A class, because identity is the meaning: two handles of one id are independent.
package final class RecordValue {
    package let record: ModelRecord
    /// What was asked of the server and is not answered, by the line that asked last.
    private var pending: (count: Int, origin: DeferredOrigin)?
    /// Why the last operation has shown nothing.
    private var failure: ScriptError?

    init(_ record: ModelRecord) {
        self.record = record
    }

    /// Where the values come from that are not there yet.
    var pendingRead: PendingRead? { pending.map { PendingRead($0.origin) } }

    /// Why there are none.
    var error: ScriptError? { failure }

    /// As `print` shows it: `User("1") {name: "Bob"}`.
    func shown(at span: SourceSpan) throws(EvaluationError) -> [UInt8] {
        if let read = pendingRead { throw .pending(read, at: span) }
        if let failure { throw .failed(failure) }
        return Array(record.description.utf8)
    }

    func beginOperation(_ origin: DeferredOrigin) {
        pending = ((pending?.count ?? 0) + 1, origin)
    }

    /// What became of an operation.
    enum Outcome {
        case shown
        /// It shows nothing, and so does the record until the next one succeeds.
        case failed(ScriptError)
        /// A `try` has kept its failure, or nothing was sent: the record shows what it did before.
        case handled
    }

    func endOperation(_ outcome: Outcome) {
        guard let pending else { return }
        self.pending = pending.count > 1 ? (pending.count - 1, pending.origin) : nil
        switch outcome {
        case .shown: failure = nil
        case .failed(let error): failure = error
        case .handled: break
        }
    }
}
