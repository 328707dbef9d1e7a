package import RedpipeRESP

/// Writes replies in RESP3, whatever protocol they came in.
package struct RESPPrinter: ReplyPrinter {
    package init() {}

    package func append(
        _ nodes: Span<RESPNode>,
        bytes: Span<UInt8>,
        to output: inout [UInt8]
    ) {
        RESPEncoder.appendReply(nodes, bytes: bytes, to: &output)
    }
}
