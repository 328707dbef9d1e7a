/// `read { … }`: the commands that a watching transaction sends before it decides.
package struct ReadStatement: Sendable {
    package let body: Block
    package let span: SourceSpan
}
