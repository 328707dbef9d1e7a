public import RedpipeFields
public import RedpipeRESP

/// What a record wants to send, and what to do with the replies.
///
///     let operation = try user.save(["name": "Bobby"])
///     operation.commands          // [HSET …, EXPIRE …]
///     try operation.apply(replies)
///
/// It knows no pipeline: whoever queues the commands applies the replies when they are there, in
/// the order of the program.
public struct ModelOperation {
    /// What the operation brings.
    public enum Result {
        /// The record itself, which shows what was done.
        case record(ModelRecord)
        /// A value: a number, what was stored.
        case value(FieldValue)
    }

    public let record: ModelRecord
    /// The commands, each with its name first; none if there is nothing to do.
    public private(set) var commands: [[[UInt8]]] = []
    private var steps: [ModelStep] = []

    init(on record: ModelRecord) {
        self.record = record
    }

    /// Adds a command on the record's key.
    mutating func append(_ name: String, _ arguments: [[UInt8]], _ step: ModelStep) {
        commands.append([Array(name.utf8), record.key] + arguments)
        steps.append(step)
    }

    /// Adds a command on the record's key that has no other arguments.
    mutating func append(_ name: String, _ step: ModelStep) {
        append(name, [], step)
    }

    /// Adds a whole command.
    mutating func append(words: [[UInt8]], _ step: ModelStep) {
        commands.append(words)
        steps.append(step)
    }

    /// Renews the lifetime, if the model has one and something is written.
    mutating func renewLifetime() {
        guard let seconds = record.definition.lifetimeSeconds, !commands.isEmpty else { return }
        append("EXPIRE", [Array(String(seconds).utf8)], .nothing)
    }

    /// Takes the replies, none of which is an error, and shows on the record what was done.
    ///
    /// - Parameter replies: One for each command, in order.
    /// - Returns: The result; the record, unless the operation asks for a value.
    /// - Throws: ``ModelError`` for stored bytes that do not fit their field, for a record that
    ///   exists already, and for a reply of another form.
    public func apply(_ replies: [RESPValue]) throws(ModelError) -> Result {
        var value: FieldValue?
        for (reply, step) in zip(replies, steps) {
            value = try step.apply(reply.withoutAttributes, to: record) ?? value
        }
        return value.map(Result.value) ?? .record(record)
    }
}
