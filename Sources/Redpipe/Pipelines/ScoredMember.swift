public import RedpipeRESP

/// A member of a sorted set with its score.
public struct ScoredMember: Hashable, Sendable {
    /// The member's bytes.
    public let member: [UInt8]
    public let score: Double

    /// A member with its score.
    public init(member: [UInt8], score: Double) {
        self.member = member
        self.score = score
    }
}

extension ScoredMember: ReplyDecodable {
    /// A pair of a member and its score, as RESP3 has it.
    public init(reply: RESPValue) throws(ReplyDecodingError) {
        guard case .array(let pair) = reply.withoutAttributes, pair.count == 2 else {
            throw ReplyDecodingError(expected: "a member with its score", found: reply)
        }
        self.init(member: try [UInt8](reply: pair[0]), score: try Double(reply: pair[1]))
    }

    /// Pairs, or RESP2's flat array in which members and scores take turns.
    public static func elements(of reply: RESPValue) throws(ReplyDecodingError) -> [ScoredMember] {
        guard case .array(let elements) = reply.withoutAttributes,
            elements.allSatisfy({ $0.elements != nil }) || elements.count.isMultiple(of: 2)
        else { throw ReplyDecodingError(expected: "members with scores", found: reply) }
        var members: [ScoredMember] = []
        var rest = elements[...]
        while let first = rest.popFirst() {
            let isPair = first.elements != nil
            let pair = isPair ? first : .array([first, rest.popFirst() ?? .null])
            members.append(try ScoredMember(reply: pair))
        }
        return members
    }
}
