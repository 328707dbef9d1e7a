/// The form `model NAME "TEMPLATE" {clause} "{" fields "}"`.
package struct ModelStatement: Sendable {
    package let name: Identifier
    package let template: TemplateText
    package let connection: Identifier?
    /// The form `ttl=30d`.
    package let lifetime: Duration?
    package let fields: [FieldDeclaration]
    /// From the keyword to the last clause before the fields.
    package let span: SourceSpan
    /// From the keyword to the brace behind the fields, or to the clauses behind it.
    package let extent: SourceSpan
}
