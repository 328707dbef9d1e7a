import RedpipeFields
import RedpipeRESP

/// The reply to one command of an operation, and what it means to the record.
final class ModelReply: ReplySink {
    private let step: ModelStep
    private let definition: ModelDefinition
    private var state = State.pending

    private enum State {
        case pending
        case reply(RESPValue)
        /// All fields of the record, read where the reply lay.
        case fields(FieldMap)
        case unreadable(ModelError)
        case failed(DeferredError)
    }

    init(_ step: ModelStep, of definition: ModelDefinition) {
        self.step = step
        self.definition = definition
    }

    var bringsValue: Bool { step.bringsValue }

    /// Why there is no reply.
    var problem: DeferredError? {
        switch state {
        case .pending: .pending
        case .failed(let error): error
        case .reply, .fields, .unreadable: nil
        }
    }

    /// Shows on the record what the command did; there must be a reply.
    ///
    /// - Returns: The result, if it is this command that brings it.
    func apply(to record: ModelRecord) throws(ModelError) -> FieldValue? {
        switch state {
        case .pending, .failed: return nil
        case .unreadable(let error): throw error
        case .fields(let fields):
            record.noteAll(fields)
            return nil
        case .reply(let reply): return try apply(reply, to: record)
        }
    }

    /// As ``apply(to:)`` with a reply that was received elsewhere.
    func apply(_ reply: RESPValue, to record: ModelRecord) throws(ModelError) -> FieldValue? {
        try step.apply(reply.withoutAttributes, to: record)
    }

    // MARK: Replies

    func fill(with reply: RESPValue) {
        if case .error(let text) = reply.withoutAttributes {
            state = .failed(.server(ServerError(text: text)))
        } else {
            state = .reply(reply)
        }
    }

    func fill(with number: Int64) { state = .reply(.integer(number)) }

    func fillWithOK() { state = .reply(.simpleString(Array("OK".utf8))) }

    func fill(with nodes: Span<RESPNode>, in bytes: Span<UInt8>) {
        guard case .loadedAll = step, nodes.isFlatHash else {
            return fill(with: RESPValue(nodes: nodes, bytes: bytes))
        }
        do throws(ModelError) {
            state = .fields(try definition.fields(nodes, bytes))
        } catch {
            state = .unreadable(error)
        }
    }

    func fail(with error: DeferredError) { state = .failed(error) }
}

extension ModelDefinition {
    /// The fields of a hash whose names and values are strings.
    fileprivate func fields(
        _ nodes: Span<RESPNode>,
        _ bytes: Span<UInt8>
    ) throws(ModelError) -> FieldMap {
        var fields = FieldMap()
        fields.reserveCapacity(nodes.count / 2)
        var index = 1
        while index + 1 < nodes.count {
            let name = bytes.extracting(nodes[index].payload)
            let stored = bytes.extracting(nodes[index + 1].payload)
            if let field = field(name, near: index / 2) {
                do throws(FieldError) {
                    fields[field.name] = try field.type.decode(stored)
                } catch {
                    throw .value(error.inField(field.name))
                }
            } else {
                fields[Array(name)] = .string(Array(stored))
            }
            index += 2
        }
        return fields
    }
}

extension Span<RESPNode> {
    /// Whether it is a hash of strings, as a map or as RESP2's array in which names and values take
    /// turns.
    fileprivate var isFlatHash: Bool {
        let type = self[0].type
        guard type == .map || type == .array, !count.isMultiple(of: 2) else { return false }
        for index in 1..<count where self[index].type != .bulkString { return false }
        return true
    }
}
