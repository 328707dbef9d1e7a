/// One statement of a script.
package indirect enum Statement: Sendable {
    /// `connect users redis://db1:6379`
    case connect(ConnectStatement)
    /// `def name(parameters) { … }`
    case function(FunctionStatement)
    /// `include "path"`
    case include(IncludeStatement)
    /// `param name = default`
    case parameter(ParameterStatement)
    /// `quiet`
    case quiet(SourceSpan)
    /// `let x = expression` or `let x <- source`
    case binding(BindingStatement)
    /// `x = expression`
    case assignment(AssignmentStatement)
    /// A command, a call, a block: what may also stand after `<-`.
    case action(ActionStatement)
    /// `if c { … } elif d { … } else { … }`
    case conditional(IfStatement)
    /// `for x in xs { … }`
    case forLoop(ForStatement)
    /// `while c { … }`
    case whileLoop(WhileStatement)
    /// `then { … }`
    case then(ThenStatement)
    /// `break`
    case breakLoop(SourceSpan)
    /// `continue`
    case continueLoop(SourceSpan)
    /// `sleep 500ms`
    case sleep(SleepStatement)
    /// `print a, b`
    case print(PrintStatement)
    /// `expect condition, message`
    case expect(ExpectStatement)
    /// `fail message`
    case fail(FailStatement)
    /// `exit code`
    case exit(ExitStatement)
    /// `return expression`
    case returnValue(ReturnStatement)
}

extension Statement {
    /// Of a statement with a block, its header.
    package var span: SourceSpan {
        switch self {
        case .connect(let connect): connect.span
        case .function(let function): function.span
        case .include(let include): include.span
        case .parameter(let parameter): parameter.span
        case .binding(let binding): binding.span
        case .assignment(let assignment): assignment.span
        case .action(let action): action.action.span
        case .conditional(let conditional): conditional.span
        case .forLoop(let loop): loop.span
        case .whileLoop(let loop): loop.span
        case .then(let then): then.span
        case .sleep(let sleep): sleep.span
        case .print(let print): print.span
        case .expect(let expect): expect.span
        case .fail(let fail): fail.span
        case .exit(let exit): exit.span
        case .returnValue(let result): result.span
        case .quiet(let span), .breakLoop(let span), .continueLoop(let span): span
        }
    }
}
