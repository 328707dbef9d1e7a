package import RedpipeCommands
package import RedpipeSyntax

/// A command called on a typed key, or a method of a record: `f.zadd(1, "a")`, `u.save(name: "x")`.
package struct PlannedMethod: Sendable {
    package let receiver: PlannedExpression
    package let name: Identifier
    package let arguments: [PlannedExpression]
    package let named: [NamedValue]
    /// The words of a command whose key type is known before the run.
    package let layout: CommandCall?
    /// Where the keys of its keyspace or model lie, if that is known before the run and is not where
    /// bare commands go.
    package let connection: String?
}

/// The form `name: value`.
package struct NamedValue: Sendable {
    package let name: Identifier
    /// The name as the fields of records are called.
    package let bytes: [UInt8]
    package let value: PlannedExpression

    init(name: Identifier, value: PlannedExpression) {
        self.name = name
        self.value = value
        bytes = Array(name.name.utf8)
    }
}

/// `User(id, field: value, …)` where it sends something.
package struct PlannedModelCall: Sendable {
    package enum Mode: Sendable {
        /// `let u <- User(id)`
        case read
        /// `User(id, name: "x")` on a line of its own
        case write
        /// `let u <- User(id, name: "x")`
        case writeAndRead
    }

    package let model: Int
    package let id: PlannedExpression
    package let fields: [NamedValue]
    package let mode: Mode
}
