/// What stands after `<-`: `["try"] (action | for | then | expression)`.
package struct Source: Sendable {
    package indirect enum Body: Sendable {
        case action(Action)
        case forLoop(ForStatement)
        case then(ThenStatement)
        /// An expression over deferreds, computed by a callback.
        case expression(Expression)
    }

    package let tryWord: SourceSpan?
    package let body: Body
    package let span: SourceSpan
}
