import RedpipeSyntax

/// What the checker knows about when a value will be there.
indirect enum Knowledge: Hashable {
    /// The value is there.
    case known
    /// It will be there when the outermost open block has run.
    case pending(Origin)
    /// A list or a map that is there, with items that are not.
    case items(Knowledge)
    /// It depends on the run.
    case maybe

    /// Where a pending value comes from.
    struct Origin: Hashable {
        /// The name that it was bound to; `nil` for a value without one.
        var name: String?
        /// The name where it was bound, or the source.
        var span: SourceSpan
        /// The header of the block that fetches it.
        var block: SourceSpan?
    }

    var origin: Origin? {
        switch self {
        case .pending(let origin): origin
        case .items(let item): item.origin
        case .known, .maybe: nil
        }
    }

    /// What an item of it is.
    var item: Knowledge {
        if case .items(let item) = self { item } else { self }
    }

    /// A list of such items; beyond a few levels it does not matter any more.
    static func list(of item: Knowledge) -> Knowledge {
        var depth = 0
        var inner = item
        while case .items(let next) = inner {
            depth += 1
            inner = next
        }
        return depth < 8 ? .items(item) : .maybe
    }

    /// Without its origins: what decides how a function behaves that is called with it.
    var shape: Knowledge {
        switch self {
        case .pending: .pending(Origin(name: nil, span: .none, block: nil))
        case .items(let item): .items(item.shape)
        case .known, .maybe: self
        }
    }

    /// The value on either of two ways.
    func joined(with other: Knowledge) -> Knowledge {
        switch (self, other) {
        case (.known, .known): .known
        case (.pending, .pending): self
        case (.items(let one), .items(let other)): .items(one.joined(with: other))
        case (.items(let one), .known), (.known, .items(let one)):
            .items(one.joined(with: .known))
        default: .maybe
        }
    }

    /// A value computed from several: it waits for each that is pending.
    static func computed(from values: [Knowledge]) -> Knowledge {
        if let pending = values.first(where: { $0.origin != nil }), let origin = pending.origin {
            return .pending(origin)
        }
        return values.contains { $0.item == .maybe } ? .maybe : .known
    }
}

extension SourceSpan {
    fileprivate static let none = SourceSpan(source: SourceID(rawValue: -1), range: 0..<0)
}
