package import RedpipeRESP

/// What a lane hands the reply of one command to.
///
/// Two conform: ``ReplySlot``, behind the deferreds of this library, and the deferred values of the
/// script language, which so need one object a command and not two.
package protocol ReplySink: AnyObject {
    /// Takes the reply; a later one replaces it, which only a refused command that ran on its
    /// second try does.
    func fill(with reply: RESPValue)
    /// Takes a reply that is a number, without a box for it.
    func fill(with number: Int64)
    /// Takes the status `OK`, without a box for it.
    func fillWithOK()
    /// Ends the waiting without a reply.
    func fail(with error: DeferredError)
}
