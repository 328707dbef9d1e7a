import DequeModule

/// The transactions of a list that are not done yet: a server runs each as a whole, or not at all.
///
/// Commands are counted as by ``SentLines``.
struct TransactionSpans {
    private var spans: Deque<Span> = []

    struct Span {
        /// Its `MULTI`.
        let first: Int
        let origin: SentLines.Origin
        /// What came before it, if anything.
        let before: SentLines.Origin?
        /// Its `EXEC`, `DISCARD` or `RESET`, if there is one yet.
        var last: Int?
    }

    /// Whether the commands that are read now are inside a transaction.
    var isOpen: Bool { spans.last.map { $0.last == nil } ?? false }

    /// Notes a `MULTI`; one inside a transaction is refused by the server and means nothing.
    mutating func begin(
        at command: Int,
        origin: SentLines.Origin,
        before: SentLines.Origin?
    ) {
        guard !isOpen else { return }
        spans.append(Span(first: command, origin: origin, before: before))
    }

    /// Notes what ends a transaction, if one is open.
    mutating func end(at command: Int) {
        guard isOpen else { return }
        spans[spans.count - 1].last = command
    }

    /// Takes the news that a `MULTI` was refused: what follows it runs by itself.
    mutating func refuse(_ command: Int) {
        spans.removeAll { $0.first == command }
    }

    /// Forgets the transactions that are answered.
    mutating func advance(toAnswered command: Int) {
        while let last = spans.first?.last, last < command { spans.removeFirst() }
    }

    /// The transaction that a cut before `command` goes through.
    func cut(before command: Int) -> Span? {
        spans.first { $0.first < command && ($0.last ?? .max) >= command }
    }
}
