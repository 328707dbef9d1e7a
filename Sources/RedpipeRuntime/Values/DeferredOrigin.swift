import Redpipe
import RedpipeCommands
import RedpipeRESP
package import RedpipeSyntax

/// Where deferred values come from: what the values of one line in one block have in common.
package final class DeferredOrigin: Sendable {
    /// The name that the line binds.
    package let name: String?
    /// The name, or the command.
    package let span: SourceSpan
    /// The header of the block that fetches the values.
    package let block: SourceSpan?
    /// Where the command goes; `default` for what no command fetches.
    let connection: ConnectionName
    /// How the reply of RESP2 differs, if it does.
    let shape: ReplyShape?
    /// The command.
    let command: SourceSpan

    init(
        name: String?,
        span: SourceSpan,
        block: SourceSpan?,
        connection: ConnectionName = .default,
        shape: ReplyShape? = nil,
        command: SourceSpan? = nil
    ) {
        self.name = name
        self.span = span
        self.block = block
        self.connection = connection
        self.shape = shape
        self.command = command ?? span
    }

    /// The same under the name that a value is bound to.
    func named(_ name: Identifier) -> DeferredOrigin {
        DeferredOrigin(
            name: name.name,
            span: name.span,
            block: block,
            connection: connection,
            shape: shape,
            command: command
        )
    }

    /// A reply in RESP3's shapes, whatever the protocol.
    func converted(_ reply: RESPValue) -> RESPValue {
        shape?.converted(reply) ?? reply
    }
}
