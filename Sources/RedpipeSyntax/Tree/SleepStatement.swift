/// The form `sleep 500ms`.
package struct SleepStatement: Sendable {
    package let duration: Duration
    package let span: SourceSpan
}
