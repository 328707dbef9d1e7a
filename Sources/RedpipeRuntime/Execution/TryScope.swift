/// Which `try` keeps a failure, if one does.
struct TryScope {
    /// Tells the sources apart that stand behind `try`.
    typealias Identity = Int32

    /// No `try` stands around.
    private static let none: Identity = -1
    /// Keeps error replies and hands them to nobody: a `try` as a statement.
    ///
    /// One inside another has the number below.
    private static let outermostStatement: Identity = -2
    static let nothing = TryScope()

    /// The innermost `try` of any kind.
    private var keeperOfReplies = none
    /// The innermost `try` after `<-`.
    private var keeper = none

    private init() {}

    /// Inside a `try` that keeps error replies only.
    var inStatement: TryScope {
        var scope = self
        scope.keeperOfReplies = min(Self.outermostStatement, keeperOfReplies - 1)
        return scope
    }

    /// Inside a `try` that keeps everything that fails at run time.
    func inSource(_ identity: Identity) -> TryScope {
        var scope = self
        scope.keeperOfReplies = identity
        scope.keeper = identity
        return scope
    }

    /// Whether a `try` after `<-` stands around.
    var isInSource: Bool { keeper != Self.none }

    /// The `try` that keeps an error; `nil` if the run ends by it.
    func keeper(of error: ScriptError) -> Identity? {
        if error.isInterruption { return nil }
        let keeper = error.outcome == .answered ? keeperOfReplies : keeper
        return keeper == Self.none ? nil : keeper
    }
}
