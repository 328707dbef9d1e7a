import RedpipeSyntax

extension Value {
    /// Lists and maps within one another; what computes with values goes down them level by level.
    private static let maximumDepth = 250
    /// How many items are looked at to find that out.
    private static let budget = 1000

    /// Refuses a value that grew too deep by being wrapped again and again.
    ///
    /// Only an assignment in a loop makes such values, one level each time, so the deep part lies
    /// within reach.
    func checkDepth(at span: SourceSpan) throws(EvaluationError) {
        var open: [(value: Value, depth: Int)] = [(self, 1)]
        var left = Self.budget
        while let (value, depth) = open.popLast(), left > 0 {
            guard depth <= Self.maximumDepth else {
                throw .raised(
                    Diagnostic(
                        "E0605",
                        "the value is nested more than \(Self.maximumDepth) levels deep",
                        at: span
                    )
                )
            }
            for item in value.items.prefix(left) where item.hasItems {
                open.append((item, depth + 1))
            }
            left -= value.items.count + 1
        }
    }

    private var hasItems: Bool {
        switch self {
        case .list(let items): !items.isEmpty
        case .map(let map): !map.isEmpty
        default: false
        }
    }

    private var items: [Value] {
        switch self {
        case .list(let items): items
        case .map(let map): map.columns == nil ? map.values : []
        default: []
        }
    }
}
