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
