/// Properties of a connection that commands set.
struct SessionAspects: OptionSet, Hashable {
    let rawValue: UInt8

    static let user = Self(rawValue: 1)
    static let protocolVersion = Self(rawValue: 2)
    static let name = Self(rawValue: 4)
    static let database = Self(rawValue: 8)
    static let readOnly = Self(rawValue: 16)
    static let all: Self = [.user, .protocolVersion, .name, .database, .readOnly]

    /// What `HELLO` sets: `HELLO 3 AUTH user password SETNAME name`.
    init(ofHello words: [[UInt8]]) {
        var aspects = Self.protocolVersion
        var rest = words.dropFirst(2)
        while let word = rest.popFirst() {
            switch word.lowercasedText {
            case "auth":
                aspects.insert(.user)
                rest = rest.dropFirst(2)
            case "setname":
                aspects.insert(.name)
                rest = rest.dropFirst()
            default: break
            }
        }
        self = aspects
    }

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }
}
