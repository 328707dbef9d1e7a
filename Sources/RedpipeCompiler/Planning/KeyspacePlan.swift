package import RedpipeCommands
package import RedpipeFields
package import RedpipeSyntax

/// The form `keyspace NAME TYPE "TEMPLATE" …`, checked.
package struct KeyspacePlan: Sendable {
    package let name: String
    package let type: KeyspaceType
    package let template: KeyTemplate
    package let connection: String?
    /// How values, members and elements are stored.
    package let valueType: FieldType?
    package let fields: [FieldPlan]
    /// Over how many hashes it is spread.
    package let shardCount: Int?
    package let span: SourceSpan
}

/// The form `model NAME "TEMPLATE" …`, checked.
package struct ModelPlan: Sendable {
    package let name: String
    package let template: KeyTemplate
    package let connection: String?
    package let lifetimeSeconds: Int64?
    package let fields: [FieldPlan]
    package let span: SourceSpan
}

/// A declared field of a keyspace or a model.
package struct FieldPlan: Sendable {
    package let name: String
    package let type: FieldType
    package let isRequired: Bool
    package let defaultValue: FieldValue?
    package let span: SourceSpan
}
