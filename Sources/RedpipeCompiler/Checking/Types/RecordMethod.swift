/// What can be called on a record.
package enum RecordMethod: String, CaseIterable, Sendable {
    case load, save, create, fill, incr, decr, pop, remove, ttl, expire, delete

    /// How it is called, for messages.
    package var signature: String {
        let arguments =
            switch self {
            case .load, .remove: "\"field\", …"
            case .save, .create, .fill: "field: value, …"
            case .incr, .decr: "\"field\", n = 1"
            case .pop: "\"field\""
            case .ttl, .delete: ""
            case .expire: "seconds"
            }
        return "\(rawValue)(\(arguments))"
    }

    /// How many arguments without a name it takes.
    package var positionalCount: ClosedRange<Int> {
        switch self {
        case .load: 0...Int.max
        case .remove: 1...Int.max
        case .save, .create, .fill, .ttl, .delete: 0...0
        case .incr, .decr: 1...2
        case .pop, .expire: 1...1
        }
    }

    /// It takes values of fields by their names.
    package var takesFields: Bool { self == .save || self == .create || self == .fill }

    /// How much a counter changes may be given by this name.
    package static let amountName = "n"

    /// Whether so many arguments without a name, and these with one, are a way to call it.
    package func takes(_ positionalCount: Int, _ names: [String]) -> Bool {
        if self == .incr || self == .decr, names == [Self.amountName] {
            return positionalCount == 1
        }
        return self.positionalCount.contains(positionalCount) && (names.isEmpty || takesFields)
    }

    /// It gives the record itself.
    package var givesRecord: Bool { takesFields || self == .load }
}

/// What a key or a record tells without asking a server.
package enum TypedProperty: String, CaseIterable, Sendable {
    case key, id, hash, exists

    /// It is known as soon as there is a handle.
    package var isKnownAtOnce: Bool { self != .exists }
}
