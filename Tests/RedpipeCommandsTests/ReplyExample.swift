import RedpipeCommands
import RedpipeRESP

/// One command whose replies over RESP2 and RESP3 are compared.
struct ReplyExample: CustomStringConvertible {
    let description: String
    /// Whether the values of the reply may differ, but not its shape.
    let isLoose: Bool
    let words: [[UInt8]]

    init(_ text: String) {
        description = text
        isLoose = text.hasPrefix("~")
        words = RedpipeCommandsTests.words(isLoose ? String(text.dropFirst()) : text)
    }

    /// The words with the last bulk string in the place of `$$`.
    func words(last: [UInt8]) -> [[UInt8]] {
        words.map { $0.elementsEqual("$$".utf8) ? last : $0 }
    }

    /// What of a reply must be equal in both protocols.
    func comparable(_ reply: RESPValue) -> RESPValue {
        isLoose ? reply.outline : reply
    }
}

extension RESPValue {
    /// The reply with all values of a kind made equal; of equal elements one remains, and of empty
    /// aggregates within an aggregate none: how many layers a random graph has is no shape.
    var outline: RESPValue {
        switch self {
        case .simpleString: .simpleString([])
        case .bulkString: .bulkString([])
        case .verbatimString(_, let format): .verbatimString([], format: format)
        case .integer: .integer(0)
        case .double: .double(0)
        case .boolean: .boolean(false)
        case .array(let elements): .array(Self.distinct(elements))
        case .set(let elements): .set(Self.distinct(elements))
        case .map(let pairs): .map(Self.distinct(pairs))
        default: self
        }
    }

    private static func distinct(_ elements: [RESPValue]) -> [RESPValue] {
        Set(elements.map(\.outline)).subtracting([.array([]), .set([]), .map([])])
            .sorted { "\($0)" < "\($1)" }
    }

    /// Keys that are numbers are values too; others are names and stay.
    private static func distinct(_ pairs: [RESPPair]) -> [RESPPair] {
        let outlines = pairs.map { pair in
            if case .integer = pair.key {
                RESPPair(key: .integer(0), value: pair.value.outline)
            } else {
                RESPPair(key: pair.key, value: pair.value.outline)
            }
        }
        return Set(outlines).sorted { "\($0)" < "\($1)" }
    }

    var isError: Bool {
        if case .error = self { true } else { false }
    }
}
