/// The form `print a, b`.
package struct PrintStatement: Sendable {
    package let values: [Expression]
    package let span: SourceSpan
}
