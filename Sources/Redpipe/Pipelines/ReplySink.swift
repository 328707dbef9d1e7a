package import RedpipeRESP

/// What a lane hands the reply of one command to.
///
/// Three conform: ``ReplySlot``, behind the deferreds of this library; the deferred values of the
/// script language, which so need one object a command and not two; and ``ModelReply``, which reads
/// a record where the reply lies.
package protocol ReplySink: AnyObject {
    /// Takes the reply; a later one replaces it, which only a refused command that ran on its
    /// second try does.
    func fill(with reply: RESPValue)
    /// Takes a reply that is a number, without a box for it.
    func fill(with number: Int64)
    /// Takes the status `OK`, without a box for it.
    func fillWithOK()
    /// Takes a reply that is no error where it lies: its elements in preorder, and the bytes that
    /// they point into. Neither outlives the call.
    func fill(with nodes: Span<RESPNode>, in bytes: Span<UInt8>)
    /// Ends the waiting without a reply.
    func fail(with error: DeferredError)
}

extension ReplySink {
    package func fill(with nodes: Span<RESPNode>, in bytes: Span<UInt8>) {
        fill(with: RESPValue(nodes: nodes, bytes: bytes))
    }
}
