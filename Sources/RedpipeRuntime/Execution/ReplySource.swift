import Redpipe
import RedpipeCommands
import RedpipeRESP

/// The reply of one command in RESP3's shapes, whatever the protocol.
struct ReplySource {
    let deferred: Deferred<RESPValue>
    /// How the reply of RESP2 differs, if it does.
    let shape: ReplyShape?

    var reply: RESPValue {
        get throws(DeferredError) {
            let reply = try deferred.value
            return shape?.converted(reply) ?? reply
        }
    }
}
