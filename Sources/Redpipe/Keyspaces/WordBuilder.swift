import RedpipeCommands
import RedpipeFields

/// Puts the values of a call into the words that it was laid out in.
struct WordBuilder {
    private let key: TypedKey
    private let positional: [FieldValue]
    private let named: [FieldValue]
    private(set) var words: [[UInt8]] = []
    /// The field that was named last: the next value is its.
    private var field: [UInt8]?

    init(_ key: TypedKey, positional: [FieldValue], named: [FieldValue]) {
        self.key = key
        self.positional = positional
        self.named = named
    }

    mutating func append(_ word: CallWord) throws(KeyspaceError) {
        switch word.source {
        case .literal(let bytes): words.append(bytes)
        case .key: words.append(key.bytes)
        case .positional(let index):
            try append(index < positional.count ? positional[index] : .null, as: word.roles[0])
        case .named(let index): try append(named(index), as: word.roles[0])
        case .elements(let index): try append(items: named(index), word.roles)
        case .count(let index, let extra):
            words.append(Array(String(named(index).items.count + extra).utf8))
        case .option(let index, let token, let isRepeated):
            try append(option: named(index), token, isRepeated: isRepeated, word.roles)
        }
    }

    private func named(_ index: Int) -> FieldValue {
        index < named.count ? named[index] : .null
    }

    private mutating func append(
        _ value: FieldValue,
        as role: ArgumentRole
    ) throws(KeyspaceError) {
        let word = try key.keyspace.word(of: value, as: role, field: field)
        if role == .field { field = word }
        words.append(word)
    }

    private mutating func append(
        items value: FieldValue,
        _ roles: [ArgumentRole]
    ) throws(KeyspaceError) {
        for (index, item) in value.items.enumerated() {
            try append(item, as: roles[index % roles.count])
        }
    }

    /// A token alone is given as true, and left out as false.
    private mutating func append(
        option value: FieldValue,
        _ token: [UInt8],
        isRepeated: Bool,
        _ roles: [ArgumentRole]
    ) throws(KeyspaceError) {
        if value == .boolean(false) { return }
        guard value != .boolean(true) else { return words.append(token) }
        guard isRepeated else {
            words.append(token)
            return try append(items: value, roles)
        }
        for (index, item) in value.items.enumerated() {
            words.append(token)
            try append(item, as: roles[index % roles.count])
        }
    }
}

extension FieldValue {
    /// The items of a list; of any other value the value alone.
    fileprivate var items: [FieldValue] {
        if case .list(let items) = self { items } else { [self] }
    }
}
