import RedpipeSyntax

extension Resolver {
    func staticType(of expression: PlannedExpression) -> StaticType? {
        switch expression.kind {
        case .typedKey(let index, _): return .key(index)
        case .record(let index, _): return .record(index)
        case .modelCall(let call): return .record(call.model)
        case .variable(let place, _): return staticTypes[frameKey(of: place)]
        case .index(let list, let index):
            guard case .list(let item) = staticType(of: list), ValueKind(index) == .integer else {
                return nil
            }
            return item
        case .comprehension(let comprehension):
            return staticType(of: comprehension.element).map { .list($0) }
        case .list(let items):
            guard let first = items.first.flatMap({ staticType(of: $0) }),
                items.dropFirst().allSatisfy({ staticType(of: $0) == first })
            else { return nil }
            return .list(first)
        case .conditional(let conditional):
            let type = staticType(of: conditional.value)
            return type == staticType(of: conditional.otherwise) ? type : nil
        case .method(let method):
            guard case .record(let index) = staticType(of: method.receiver),
                RecordMethod(rawValue: method.name.name)?.givesRecord == true
            else { return nil }
            return .record(index)
        default: return nil
        }
    }

    func staticType(of source: PlannedSource) -> StaticType? {
        switch source.body {
        case .expression, .action(.call), .action(.routedCall): delayedType
        default: nil
        }
    }

    /// Remembers what a name that is never assigned is bound to.
    mutating func note(_ type: StaticType?, of name: String, at place: Place) {
        staticTypes[frameKey(of: place)] = declarations.assignedNames.contains(name) ? nil : type
    }
}
