package import RedpipeRESP

/// Writes replies in one format.
///
///     var printer = OutputFormat.human.printer()
///     decoder.withReply { nodes, bytes in printer.append(nodes, bytes: bytes, to: &output) }
///
/// A printer may own memory that it uses again; in the steady state none allocates for a reply.
package protocol ReplyPrinter: Sendable {
    /// Appends one reply with all that ends it.
    ///
    /// - Parameters:
    ///   - nodes: The elements of one value in preorder, as a decoder shows them.
    ///   - bytes: What they point into.
    ///   - output: Gets the text behind what it holds.
    mutating func append(_ nodes: Span<RESPNode>, bytes: Span<UInt8>, to output: inout [UInt8])
}

extension ReplyPrinter {
    /// Appends one value as if it were a reply.
    package mutating func append(_ value: RESPValue, to output: inout [UInt8]) {
        let flattening = RESPFlattening(value)
        append(flattening.nodes.span, bytes: flattening.bytes.span, to: &output)
    }
}
