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
    /// It is no statement but a value: `user.name`.
    private(set) var isValue = false

    var asValue: SessionInput {
        var copy = self
        copy.isValue = true
        return copy
    }
}
