/// The form `keyspace NAME TYPE "TEMPLATE" {clause}`.
package struct KeyspaceStatement: Sendable {
    package let name: Identifier
    /// `zset`, `hash`: the checker knows which there are.
    package let type: Identifier
    package let template: TemplateText
    package let connection: Identifier?
    /// The form `of TYPE`.
    package let valueType: Identifier?
    /// The form `shards=N`.
    package let shardCount: Int?
    package let fields: [FieldDeclaration]
    /// From the keyword to the last clause before the fields.
    package let span: SourceSpan
}

/// A key with one `*` for the id.
package struct TemplateText: Sendable {
    package let bytes: [UInt8]
    package let span: SourceSpan
}

/// `NAME TYPE ["required"] ["=" expr]`: a field of a keyspace or a model.
package struct FieldDeclaration: Sendable {
    package let name: Identifier
    package let type: Identifier
    /// The word `required`.
    package let required: SourceSpan?
    package let defaultValue: Expression?
}
