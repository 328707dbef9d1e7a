public import RedpipeCommands
public import RedpipeRESP

extension ReplyShape {
    /// A reply of either protocol in its one canonical form, that of RESP3.
    ///
    ///     // ZRANGE z 0 -1 WITHSCORES, over RESP2
    ///     ReplyShape.pairs(of: .double).converted(["a", "1.5"])  // [["a", 1.5]]
    ///
    /// - Parameter reply: What the server sent, over RESP2 or RESP3.
    /// - Returns: The same for both; what does not fit the shape comes back as it was.
    public func converted(_ reply: RESPValue) -> RESPValue {
        if case .attributed(let value, let attributes) = reply {
            return .attributed(converted(value), attributes: attributes)
        }
        return convertedScalar(reply) ?? convertedAggregate(reply) ?? reply
    }

    private func convertedScalar(_ reply: RESPValue) -> RESPValue? {
        switch (self, reply) {
        case (.double, .bulkString(let text)):
            Double(String(decoding: text, as: UTF8.self)).map(RESPValue.double)
        case (.boolean, .integer(let number)) where number == 0 || number == 1:
            .boolean(number == 1)
        case (.verbatimText, .bulkString(let text)):
            .verbatimString(text, format: Array("txt".utf8))
        default:
            nil
        }
    }

    private func convertedAggregate(_ reply: RESPValue) -> RESPValue? {
        switch self {
        case .unchanged, .double, .boolean, .verbatimText: nil
        case .list(let element): reply.members.map { .array($0.map(element.converted)) }
        case .set(let element): reply.members.map { .set($0.map(element.converted)) }
        case .tuple(let shapes): Self.tuple(reply, shapes)
        case .last(let shape): Self.last(reply, shape)
        case .map(let value): reply.fields.map { .map($0.map(value.convertedValue)) }
        case .record(let fields): reply.fields.map { .map($0.map { Self.field($0, of: fields) }) }
        case .pairs(let second): Self.pairs(reply, second)
        case .mapOfPairs(let value): reply.pairs.map { .map($0.map(value.convertedValue)) }
        case .mapOfTuples(let shapes): Self.mapOfTuples(reply, shapes)
        case .recursive(let name): name.shape.converted(reply)
        }
    }

    private func convertedValue(_ pair: RESPPair) -> RESPPair {
        RESPPair(key: pair.key, value: converted(pair.value))
    }

    private static func tuple(_ reply: RESPValue, _ shapes: [ReplyShape]) -> RESPValue? {
        guard case .array(let elements) = reply, let last = shapes.last else { return nil }
        return .array(
            elements.enumerated().map { place, element in
                (place < shapes.count ? shapes[place] : last).converted(element)
            }
        )
    }

    private static func last(_ reply: RESPValue, _ shape: ReplyShape) -> RESPValue? {
        guard case .array(let elements) = reply, let last = elements.last else { return nil }
        return .array(elements.dropLast() + [shape.converted(last)])
    }

    private static func mapOfTuples(_ reply: RESPValue, _ shapes: [ReplyShape]) -> RESPValue? {
        let value = tuple(shapes)
        guard case .array(let elements) = reply else {
            return map(of: value).convertedAggregate(reply)
        }
        let size = shapes.count + 1
        guard elements.count.isMultiple(of: size) else { return nil }
        return .map(
            stride(from: 0, to: elements.count, by: size).map { place in
                let values = Array(elements[place + 1..<place + size])
                return RESPPair(key: elements[place], value: value.converted(.array(values)))
            }
        )
    }

    private static func field(_ pair: RESPPair, of fields: [Field]) -> RESPPair {
        guard let field = fields.first(where: { $0.matches(pair.key) }) else { return pair }
        return field.shape.convertedValue(pair)
    }

    /// Elements that are arrays already are RESP3's pairs: no command's flat form holds arrays.
    private static func pairs(_ reply: RESPValue, _ second: ReplyShape) -> RESPValue? {
        let pairs = reply.pairs ?? reply.fields
        return pairs.map { .array($0.map { .array([$0.key, second.converted($0.value)]) }) }
    }
}

extension ReplyShape.Field {
    fileprivate func matches(_ key: RESPValue) -> Bool {
        switch key {
        case .bulkString(let text), .simpleString(let text): matches(text)
        default: false
        }
    }
}

extension RESPValue {
    /// The elements of an array or a set; a push message answers no command and has no shape.
    fileprivate var members: [RESPValue]? {
        switch self {
        case .array(let elements), .set(let elements): elements
        default: nil
        }
    }

    /// The pairs of a map, or of an array that holds keys and values in turn.
    fileprivate var fields: [RESPPair]? {
        switch self {
        case .map(let pairs): pairs
        case .array(let elements) where elements.count.isMultiple(of: 2):
            stride(from: 0, to: elements.count, by: 2).map {
                RESPPair(key: elements[$0], value: elements[$0 + 1])
            }
        default: nil
        }
    }

    /// The pairs of a map, or of an array that holds nothing but arrays of two.
    fileprivate var pairs: [RESPPair]? {
        switch self {
        case .map(let pairs): return pairs
        case .array(let elements):
            let pairs = elements.compactMap(\.pair)
            return pairs.count == elements.count ? pairs : nil
        default: return nil
        }
    }

    private var pair: RESPPair? {
        guard case .array(let elements) = self, elements.count == 2 else { return nil }
        return RESPPair(key: elements[0], value: elements[1])
    }
}
