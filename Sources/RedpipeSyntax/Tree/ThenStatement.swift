/// `then { … }`: runs when the outermost open block has run.
package struct ThenStatement: Sendable {
    package let body: Block
    package let span: SourceSpan
}
