import RedpipeSyntax

/// The names that are assigned anywhere: of what they hold the text says nothing certain.
struct AssignedNames {
    private(set) var names: Set<String> = []

    init(_ statements: [Statement]) {
        visit(statements)
    }

    private mutating func visit(_ statements: [Statement]) {
        for statement in statements { visit(statement) }
    }

    private mutating func visit(_ statement: Statement) {
        switch statement {
        case .assignment(let assignment): names.insert(assignment.name.name)
        case .function(let function): visit(function.body.statements)
        case .conditional(let conditional):
            for branch in conditional.branches { visit(branch.body.statements) }
            visit(conditional.otherwise?.statements ?? [])
        case .forLoop(let loop): visit(loop.body.statements)
        case .whileLoop(let loop): visit(loop.body.statements)
        case .then(let then): visit(then.body.statements)
        case .read(let read): visit(read.body.statements)
        case .action(let action): visit(action.action)
        case .binding(let binding):
            guard case .deferred(let source) = binding.value else { break }
            switch source.body {
            case .action(let action): visit(action)
            case .forLoop(let loop): visit(loop.body.statements)
            case .then(let then): visit(then.body.statements)
            case .expression: break
            }
        default: break
        }
    }

    private mutating func visit(_ action: Action) {
        switch action {
        case .pipeline(let pipeline): visit(pipeline.body.statements)
        case .transaction(let transaction): visit(transaction.body.statements)
        case .command, .call, .routed: break
        }
    }
}
