import RedpipeSyntax

/// A sequence of values of which one is there at a time: the lines of a file, the keys of a server.
///
/// It can be run over once.
package final class ItemStream {
    /// What messages call it: `lines("a.txt")`.
    let name: String
    /// Its items come from a server, one round trip for some of them.
    let asksServer: Bool
    private var source: any ItemSource
    private var isOver = false
    private(set) var wasStarted = false

    init(_ name: String, asksServer: Bool = false, _ source: any ItemSource) {
        self.name = name
        self.asksServer = asksServer
        self.source = source
    }

    /// Starts a walk over the items.
    ///
    /// - Throws: If there was one before: what it took is gone.
    func start(at span: SourceSpan) throws(EvaluationError) {
        guard !wasStarted else { throw .raised(.usedTwice(name, at: span)) }
        wasStarted = true
    }

    /// The next item; `nil` at the end.
    func next() throws(EvaluationError) -> Value? {
        guard !isOver else { return nil }
        if let item = try source.next() { return item }
        isOver = true
        source = EmptySource()
        return nil
    }
}

/// Where the items of a stream come from.
protocol ItemSource {
    /// The next item; `nil` at the end, after which it is not asked again.
    mutating func next() throws(EvaluationError) -> Value?
}

/// Nothing more: what a stream that is over holds on to.
private struct EmptySource: ItemSource {
    func next() -> Value? { nil }
}

extension Diagnostic {
    fileprivate static func usedTwice(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0612", "`\(name)` was run over before, and its items are gone", at: span)
            .help("`let xs = [x for x in …]` keeps them in a list")
    }
}
