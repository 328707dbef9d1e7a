import RedpipeSyntax

/// Collects which functions a body calls and whether it holds commands of its own.
struct CallFinder {
    private(set) var callees: Set<String> = []
    private(set) var hasCommands = false
    /// The names of the models: calling one may send something.
    private let models: Set<String>

    init(models: Set<String>) {
        self.models = models
    }

    mutating func visit(_ function: FunctionStatement) {
        for parameter in function.parameters { visit(parameter.defaultValue) }
        visit(function.body)
    }

    private mutating func visit(_ block: Block) {
        for statement in block.statements { visit(statement) }
    }

    private mutating func visit(_ statement: Statement) {
        switch statement {
        case .connect, .function, .include, .keyspace, .model, .quiet, .breakLoop, .continueLoop,
            .sleep:
            break
        case .parameter(let parameter): visit(parameter.defaultValue)
        case .binding(let binding): visit(binding)
        case .assignment(let assignment): visit(try? assignment.value.get())
        case .action(let action): visit(action.action)
        case .conditional(let conditional): visit(conditional)
        case .forLoop(let loop): visit(loop)
        case .whileLoop(let loop):
            visit(loop.condition)
            visit(loop.body)
        case .then(let then): visit(then)
        case .read(let read): visit(read.body)
        case .print(let print): for value in print.values { visit(value) }
        case .expect(let expect):
            visit(expect.condition)
            visit(expect.message)
        case .fail(let fail): visit(fail.message)
        case .exit(let exit): visit(exit.code)
        case .returnValue(let result): visit(result.value)
        }
    }

    private mutating func visit(_ binding: BindingStatement) {
        switch binding.value {
        case .known(let value): visit(value)
        case .deferred(let source):
            switch source.body {
            case .action(let action):
                noteRead(action)
                visit(action)
            case .forLoop(let loop): visit(loop)
            case .then(let then): visit(then)
            case .expression(let value):
                if value.mentions(models) { hasCommands = true }
                visit(value)
            }
        }
    }

    /// `let u <- User(id)` reads.
    private mutating func noteRead(_ action: Action) {
        if case .call(let call) = action, call.mentions(models) { hasCommands = true }
    }

    private mutating func visit(_ action: Action) {
        switch action {
        case .command: hasCommands = true
        case .call(let call): visit(call)
        case .routed(let routed): visit(routed.action)
        case .pipeline(let pipeline): visit(pipeline.body)
        case .transaction(let transaction): visit(transaction.body)
        }
    }

    private mutating func visit(_ conditional: IfStatement) {
        for branch in conditional.branches {
            visit(branch.condition)
            visit(branch.body)
        }
        if let otherwise = conditional.otherwise { visit(otherwise) }
    }

    private mutating func visit(_ loop: ForStatement) {
        visit(loop.sequence)
        visit(loop.body)
    }

    /// A callback waits for a block, so a function that holds one must be called where one is open.
    private mutating func visit(_ then: ThenStatement) {
        hasCommands = true
        visit(then.body)
    }

    // MARK: Expressions

    mutating func visit(_ expression: Expression?) {
        guard let expression else { return }
        switch expression.kind {
        case .null, .boolean, .integer, .float, .name: break
        case .string(let parts):
            for case .hole(let hole) in parts { visit(hole) }
        case .list(let items): for item in items { visit(item) }
        case .map(let entries):
            for entry in entries {
                visit(entry.key)
                visit(entry.value)
            }
        case .call(let call):
            if case .name(let name) = call.callee.kind {
                callees.insert(name)
                // With fields it writes; alone it may be a handle that sends nothing.
                if models.contains(name), call.arguments.count > 1 { hasCommands = true }
            } else {
                hasCommands = true
                visit(call.callee)
            }
            for argument in call.arguments { visit(argument.value) }
        case .index(let value, let index):
            visit(value)
            visit(index)
        case .member(let value, _), .unary(_, let value): visit(value)
        case .binary(let binary):
            visit(binary.left)
            visit(binary.right)
        case .conditional(let conditional):
            visit(conditional.condition)
            visit(conditional.value)
            visit(conditional.otherwise)
        case .comprehension(let comprehension):
            visit(comprehension.sequence)
            visit(comprehension.condition)
            visit(comprehension.element)
        }
    }
}

extension Expression {
    /// Whether a call of one of these names stands in it.
    fileprivate func mentions(_ names: Set<String>) -> Bool {
        guard !names.isEmpty else { return false }
        if case .call(let call) = kind, case .name(let name) = call.callee.kind,
            names.contains(name)
        {
            return true
        }
        return kind.operands.contains { $0.mentions(names) }
    }
}
