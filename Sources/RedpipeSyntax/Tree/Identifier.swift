/// A name as it stands in the source.
package struct Identifier: Hashable, Sendable {
    package let name: String
    package let span: SourceSpan
}
