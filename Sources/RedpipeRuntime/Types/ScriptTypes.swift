import Redpipe
import RedpipeCompiler
import RedpipeFields
import RedpipeSyntax

/// The keyspaces and models of a script, as the library knows them.
struct ScriptTypes {
    private(set) var keyspaces: [KeyspaceDefinition] = []
    private(set) var models: [ModelDefinition] = []

    init(_ plan: Plan) {
        keyspaces = plan.keyspaces.map { keyspace in
            KeyspaceDefinition(
                keyspace.name,
                keyspace.type,
                keyspace.template,
                on: keyspace.connection.map { ConnectionName($0) },
                of: keyspace.valueType,
                fields: FieldTypes(keyspace.fields.map { ($0.name, $0.type) }),
                shards: keyspace.shardCount
            )
        }
        models = plan.models.map { model in
            ModelDefinition(
                model.name,
                model.template,
                on: model.connection.map { ConnectionName($0) },
                lifetimeSeconds: model.lifetimeSeconds,
                model.fields.map(Self.field)
            )
        }
    }

    private static func field(_ field: FieldPlan) -> ModelField {
        do throws(FieldError) {
            return try ModelField(
                field.name,
                field.type,
                isRequired: field.isRequired,
                default: field.defaultValue
            )
        } catch {
            preconditionFailure("the checker has encoded the default")
        }
    }
}
