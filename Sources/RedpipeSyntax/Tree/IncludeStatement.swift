/// The form `include "path"`.
package struct IncludeStatement: Sendable {
    /// Relative to the including file.
    package let path: [UInt8]
    package let pathSpan: SourceSpan
    package let span: SourceSpan
}
