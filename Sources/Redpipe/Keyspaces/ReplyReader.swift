import RedpipeCommands
import RedpipeFields
import RedpipeRESP

/// Decodes a reply by the types of a keyspace.
struct ReplyReader {
    let keyspace: KeyspaceDefinition
    /// The command that was answered.
    let words: [[UInt8]]

    /// The value of a reply in RESP3's shapes.
    func read(
        _ reply: RESPValue,
        _ contents: ReplyContents
    ) throws(FieldError) -> FieldValue {
        let reply = reply.withoutAttributes
        if reply == .null { return .null }
        switch contents {
        case .plain: return FieldValue(reply)
        case .value: return try value(reply, keyspace.valueType)
        case .field: return FieldValue(reply)
        case .valueOfField(let word): return try value(reply, ofField: self.word(word))
        case .valuesOfFields(let word): return try values(reply, from: word)
        case .fields: return try fields(reply)
        case .pairs: return try pairs(reply)
        case .alternating: return try alternating(reply)
        case .fieldsInTurn: return try fieldsInTurn(reply)
        case .list(let contents): return try list(reply) { _ in contents }
        case .tuple(let contents):
            return try list(reply) { $0 < contents.count ? contents[$0] : .plain }
        case .map(let contents): return try map(reply, contents)
        }
    }

    private func word(_ index: Int) -> [UInt8]? {
        index < words.count ? words[index] : nil
    }

    /// One value, or several.
    private func value(_ reply: RESPValue, _ type: FieldType?) throws(FieldError) -> FieldValue {
        if let elements = reply.elements {
            var values: [FieldValue] = []
            for element in elements { values.append(try value(element, type)) }
            return .list(values)
        }
        guard let type, case .bulkString(let bytes) = reply else { return FieldValue(reply) }
        return try type.decode(bytes)
    }

    private func value(
        _ reply: RESPValue,
        ofField field: [UInt8]?
    ) throws(FieldError) -> FieldValue {
        do throws(FieldError) {
            return try value(reply, keyspace.type(at: .fieldValue, field: field))
        } catch {
            throw field.map { error.inField($0) } ?? error
        }
    }

    private func values(_ reply: RESPValue, from word: Int) throws(FieldError) -> FieldValue {
        guard let elements = reply.elements else { return FieldValue(reply) }
        var values: [FieldValue] = []
        for (index, element) in elements.enumerated() {
            values.append(try value(element, ofField: self.word(word + index)))
        }
        return .list(values)
    }

    private func fields(_ reply: RESPValue) throws(FieldError) -> FieldValue {
        guard let pairs = reply.fieldPairs else { return FieldValue(reply) }
        var map = FieldMap()
        for pair in pairs {
            guard let name = pair.key.stringBytes else { return FieldValue(reply) }
            map[name] = try value(pair.value, ofField: name)
        }
        return .map(map)
    }

    private func pairs(_ reply: RESPValue) throws(FieldError) -> FieldValue {
        guard let elements = reply.elements else { return try value(reply, keyspace.valueType) }
        var values: [FieldValue] = []
        for element in elements { values.append(try read(element, .tuple([.value]))) }
        return .list(values)
    }

    private func alternating(_ reply: RESPValue) throws(FieldError) -> FieldValue {
        try list(reply) { $0.isMultiple(of: 2) ? .value : .plain }
    }

    /// Names may repeat, so it stays a list.
    private func fieldsInTurn(_ reply: RESPValue) throws(FieldError) -> FieldValue {
        guard let words = reply.elements else { return FieldValue(reply) }
        var values: [FieldValue] = []
        for (index, word) in words.enumerated() {
            let isValue = !index.isMultiple(of: 2)
            let field = isValue ? words[index - 1].stringBytes : nil
            values.append(isValue ? try value(word, ofField: field) : FieldValue(word))
        }
        return .list(values)
    }

    /// Something else than an array is a value alone, or nothing typed.
    private func list(
        _ reply: RESPValue,
        _ contents: (Int) -> ReplyContents
    ) throws(FieldError) -> FieldValue {
        guard let elements = reply.elements else { return try read(reply, contents(0)) }
        var values: [FieldValue] = []
        for (index, element) in elements.enumerated() {
            values.append(try read(element, contents(index)))
        }
        return .list(values)
    }

    private func map(
        _ reply: RESPValue,
        _ contents: ReplyContents
    ) throws(FieldError) -> FieldValue {
        guard let pairs = reply.fieldPairs else { return FieldValue(reply) }
        var map = FieldMap()
        for pair in pairs {
            guard let name = pair.key.stringBytes else { return FieldValue(reply) }
            map[name] = try read(pair.value, contents)
        }
        return .map(map)
    }
}

extension RESPValue {
    /// The pairs of a map, of an array of pairs, or of an array in which both take turns.
    fileprivate var fieldPairs: [RESPPair]? {
        if case .map(let pairs) = self { return pairs }
        guard let elements else { return nil }
        let pairs = elements.compactMap { element -> RESPPair? in
            guard let pair = element.elements, pair.count == 2 else { return nil }
            return RESPPair(key: pair[0], value: pair[1])
        }
        if pairs.count == elements.count { return pairs }
        guard elements.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: elements.count, by: 2).map {
            RESPPair(key: elements[$0], value: elements[$0 + 1])
        }
    }
}
