import RedpipeCompiler
import RedpipeSyntax

/// A line that can be run.
struct SessionInput {
    let script: CheckedScript
    let source: SourceID
    /// All functions, keyspaces and models once it is adopted.
    let declarations: [Statement]
    /// Those that it declares anew.
    let redefined: [String]
    let statements: [Statement]
    /// Null is a value to show, and not the want of one.
    let yieldsValue: Bool
    /// It is a single command, bound or not.
    var isOneCommand: Bool {
        guard statements.count == 1 else { return false }
        switch statements[0] {
        case .action(let action): return action.action.isCommand
        case .binding: return true
        default: return false
        }
    }

    /// It is no statement but a value: `user.name`.
    private(set) var isValue = false

    var asValue: SessionInput {
        var copy = self
        copy.isValue = true
        return copy
    }
}
