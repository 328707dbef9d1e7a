import RedpipeSyntax

/// Trees as short texts, so that a test can say what it expects.
enum Outline {
    /// The statements of a script, or its first error.
    static func parse(_ text: String) -> String {
        parse(Array(text.utf8))
    }

    static func parse(_ bytes: [UInt8]) -> String {
        let source = SourceText(id: SourceID(rawValue: 0), name: "test", bytes: bytes)
        let (script, diagnostics) = Parser.parse(source)
        if let first = diagnostics.first { return "\(first.id) \(first.message)" }
        return script.statements.map(statement).joined(separator: "; ")
    }

    /// The words of a command, `|` between them; holes and names as in the source.
    static func words(_ line: String) -> String {
        words(Array(line.utf8))
    }

    static func words(_ bytes: [UInt8]) -> String {
        let source = SourceText(id: SourceID(rawValue: 0), name: "test", bytes: bytes)
        let (script, diagnostics) = Parser.parse(source)
        if let first = diagnostics.first { return first.id }
        guard case .action(let action)? = script.statements.first,
            case .command(let command) = action.action
        else { return "no command" }
        return command.words.map(word).joined(separator: "|")
    }

    /// An expression with all its parentheses.
    static func expression(_ text: String) -> String {
        let source = SourceText(id: SourceID(rawValue: 0), name: "test", text: "let x = \(text)")
        let (script, diagnostics) = Parser.parse(source)
        if let first = diagnostics.first { return "\(first.id) \(first.message)" }
        guard case .binding(let binding)? = script.statements.first,
            case .known(let value) = binding.value
        else { return "no expression" }
        return self.value(value)
    }

    // MARK: Statements

    private static func statement(_ statement: Statement) -> String {
        switch statement {
        case .connect(let connect): "connect \(connect.name?.name ?? "default")"
        case .function(let function):
            "def \(function.name.name)/\(function.parameters.count) \(block(function.body))"
        case .include: "include"
        case .keyspace(let keyspace):
            "keyspace \(keyspace.name.name) \(keyspace.type.name) "
                + "\(text(keyspace.template))\(fields(keyspace.fields))"
        case .model(let model):
            "model \(model.name.name) \(text(model.template))\(fields(model.fields))"
        case .read(let read): "read \(block(read.body))"
        case .parameter(let parameter): "param \(parameter.name.name)"
        case .quiet: "quiet"
        case .binding(let binding): self.binding(binding)
        case .assignment(let assignment): "\(assignment.name.name) = …"
        case .action(let action):
            (action.tryWord == nil ? "" : "try ") + self.action(action.action)
        case .conditional(let conditional): self.conditional(conditional)
        case .forLoop(let loop):
            "for \(loop.names.map(\.name).joined(separator: ",")) in "
                + "\(value(loop.sequence)) \(block(loop.body))"
        case .whileLoop(let loop): "while \(value(loop.condition)) \(block(loop.body))"
        case .then(let then): "then \(block(then.body))"
        case .breakLoop: "break"
        case .continueLoop: "continue"
        case .sleep(let sleep): "sleep \(sleep.duration)"
        case .print(let print): "print \(print.values.map(value).joined(separator: ","))"
        case .expect(let expect): "expect \(value(expect.condition))"
        case .fail(let fail): "fail \(value(fail.message))"
        case .exit(let exit): "exit \(exit.code.map(value) ?? "")"
        case .returnValue(let result): "return \(result.value.map(value) ?? "")"
        }
    }

    private static func binding(_ binding: BindingStatement) -> String {
        switch binding.value {
        case .known(let known): "let \(binding.name.name) = \(value(known))"
        case .deferred(let source):
            "let \(binding.name.name) <- \(source.tryWord == nil ? "" : "try ")\(body(source.body))"
        }
    }

    private static func body(_ body: Source.Body) -> String {
        switch body {
        case .action(let action): self.action(action)
        case .forLoop(let loop): statement(.forLoop(loop))
        case .then(let then): statement(.then(then))
        case .expression(let expression): "(\(value(expression)))"
        }
    }

    private static func action(_ action: Action) -> String {
        switch action {
        case .command(let command):
            (command.isVerbatim ? "cmd " : "") + command.words.map(word).joined(separator: "|")
        case .call(let call): value(call)
        case .routed(let routed): "@\(routed.connection.name) \(self.action(routed.action))"
        case .pipeline(let pipeline):
            "pipeline \(pipeline.options.connection.map { "on \($0.name) " } ?? "")"
                + block(pipeline.body)
        case .transaction(let transaction):
            "transaction "
                + (transaction.watched.map { "watch \($0.map(word).joined(separator: "|")) " } ?? "")
                + block(transaction.body)
        }
    }

    private static func text(_ template: TemplateText) -> String {
        String(decoding: template.bytes, as: UTF8.self)
    }

    private static func fields(_ fields: [FieldDeclaration]) -> String {
        fields.map { field in
            " \(field.name.name):\(field.type.name)\(field.required == nil ? "" : "!")"
                + (field.defaultValue.map { "=\(value($0))" } ?? "")
        }.joined()
    }

    private static func conditional(_ conditional: IfStatement) -> String {
        let branches = conditional.branches.map { "if \(value($0.condition)) \(block($0.body))" }
        let otherwise = conditional.otherwise.map { " else " + block($0) } ?? ""
        return branches.joined(separator: " el") + otherwise
    }

    private static func block(_ block: Block) -> String {
        "{ " + block.statements.map(statement).joined(separator: "; ") + " }"
    }

    // MARK: Words and expressions

    private static func word(_ word: Word) -> String {
        switch word.content {
        case .text(let parts): text(parts)
        case .reference(let reference):
            "$" + value(reference.value) + (reference.isSpread ? "..." : "")
        }
    }

    private static func text(_ parts: [WordPart]) -> String {
        parts.map { part in
            switch part {
            case .literal(let literal): escaped(literal.bytes)
            case .hole(let hole): "\\(\(value(hole)))"
            }
        }.joined()
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            (0x20..<0x7f).contains(byte)
                ? String(Unicode.Scalar(byte)) : "<\(String(byte, radix: 16))>"
        }.joined()
    }

    private static func value(_ expression: Expression) -> String {
        switch expression.kind {
        case .null: "null"
        case .boolean(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)"
        case .string(let parts): "'\(text(parts))'"
        case .list(let items): "[" + items.map(value).joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.map { "\(value($0.key)): \(value($0.value))" }.joined(separator: ", ")
                + "}"
        case .name(let name): name
        case .call(let call): self.call(call)
        case .index(let whole, let index): "\(value(whole))[\(value(index))]"
        case .member(let whole, let field): "\(value(whole)).\(field.name)"
        case .unary(let operation, let operand): "(\(operation.rawValue) \(value(operand)))"
        case .binary(let binary):
            "(\(value(binary.left)) \(binary.operation.rawValue) \(value(binary.right)))"
        case .conditional(let conditional):
            "(\(value(conditional.value)) if \(value(conditional.condition)) "
                + "else \(value(conditional.otherwise)))"
        case .comprehension(let comprehension): self.comprehension(comprehension)
        }
    }

    private static func call(_ call: CallExpression) -> String {
        let arguments = call.arguments.map { argument in
            (argument.name.map { $0.name + ": " } ?? "") + value(argument.value)
        }
        return "\(value(call.callee))(\(arguments.joined(separator: ", ")))"
    }

    private static func comprehension(_ comprehension: ComprehensionExpression) -> String {
        let names = comprehension.names.map(\.name).joined(separator: ",")
        let condition = comprehension.condition.map { " if \(value($0))" } ?? ""
        return "[\(value(comprehension.element)) for \(names) in "
            + "\(value(comprehension.sequence))\(condition)]"
    }
}
