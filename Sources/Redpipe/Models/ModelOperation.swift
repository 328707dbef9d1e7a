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
    /// The words of all commands, in one buffer.
    private var arguments = ArgumentList()
    /// How many words lie before the end of each command.
    private var ends: [Int] = []
    private var replies: [ModelReply] = []

    init(on record: ModelRecord) {
        self.record = record
    }

    /// The commands, each with its name first; none if there is nothing to do.
    public var commands: [[[UInt8]]] {
        let words = arguments.words
        return ends.indices.map { Array(words[range(of: $0)]) }
    }

    /// Whether there is nothing to do.
    package var isEmpty: Bool { ends.isEmpty }

    private func range(of command: Int) -> Range<Int> {
        (command == 0 ? 0 : ends[command - 1])..<ends[command]
    }

    /// Whether it brings a value of its own, and not the record.
    package var bringsValue: Bool { replies.contains(where: \.bringsValue) }
}

extension ModelOperation {
    /// Begins a command on the record's key; its other arguments and its end follow.
    mutating func begin(_ name: String) {
        arguments.append(name.utf8)
        arguments.append(record.key)
    }

    /// Adds an argument to the command that was begun.
    mutating func add(_ word: [UInt8]) {
        arguments.append(word)
    }

    /// Ends a command.
    mutating func end(_ step: ModelStep) {
        ends.append(arguments.count)
        replies.append(ModelReply(step, of: record.definition))
    }

    /// Adds a command on the record's key.
    mutating func append(_ name: String, _ words: [[UInt8]], _ step: ModelStep) {
        begin(name)
        for word in words { add(word) }
        end(step)
    }

    /// Adds a command on the record's key that has no other arguments.
    mutating func append(_ name: String, _ step: ModelStep) {
        append(name, [], step)
    }

    /// Adds a whole command.
    mutating func append(words: [[UInt8]], _ step: ModelStep) {
        for word in words { add(word) }
        end(step)
    }

    /// Renews the lifetime, if the model has one and something is written.
    mutating func renewLifetime() {
        guard let seconds = record.definition.lifetimeSeconds, !isEmpty else { return }
        append("EXPIRE", [Array(String(seconds).utf8)], .nothing)
    }

    /// Queues the commands on a lane; the operation keeps their replies.
    package func queue(in pipeline: inout Pipeline, onLane lane: Int) {
        for command in ends.indices {
            pipeline.enqueue(arguments, range(of: command), into: replies[command], onLane: lane)
        }
    }

    /// Why there are no replies, of the first command that has none.
    package var problem: DeferredError? {
        for reply in replies {
            if let problem = reply.problem { return problem }
        }
        return nil
    }

    /// Shows on the record what was done; all replies must be there.
    ///
    /// - Returns: As `apply(_:)`, and throws as it does.
    package func apply() throws(ModelError) -> Result {
        var value: FieldValue?
        for reply in replies { value = try reply.apply(to: record) ?? value }
        return value.map(Result.value) ?? .record(record)
    }

    /// Takes the replies, none of which is an error, and shows on the record what was done.
    ///
    /// - Parameter values: One for each command, in order.
    /// - Returns: The result; the record, unless the operation asks for a value.
    /// - Throws: ``ModelError`` for stored bytes that do not fit their field, for a record that
    ///   exists already, and for a reply of another form.
    public func apply(_ values: [RESPValue]) throws(ModelError) -> Result {
        var result: FieldValue?
        for (value, reply) in zip(values, replies) {
            result = try reply.apply(value, to: record) ?? result
        }
        return result.map(Result.value) ?? .record(record)
    }
}
