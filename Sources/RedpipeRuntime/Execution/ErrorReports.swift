import RedpipeSyntax

/// What has been reported: each cause once, and of the errors at one place only the first few.
///
/// A loop of a hundred thousand wrong commands has one mistake; a hundred thousand excerpts would
/// bury it.
struct ErrorReports {
    private static let limitAtOnePlace = 3

    private var causes: [ObjectIdentifier: ScriptError] = [:]
    /// How many errors a block has had at a place, in the order of the first.
    private var counts: [SourceSpan: Int] = [:]
    private var places: [Diagnostic] = []

    /// Notes an error.
    ///
    /// - Returns: Whether it is to be shown.
    mutating func note(_ error: ScriptError) -> Bool {
        guard causes.updateValue(error.root, forKey: ObjectIdentifier(error.root)) == nil else {
            return false
        }
        let count = counts[error.diagnostic.span, default: 0] + 1
        counts[error.diagnostic.span] = count
        if count == Self.limitAtOnePlace + 1 { places.append(error.diagnostic) }
        return count <= Self.limitAtOnePlace
    }

    /// How many more there were at each place of a block that is done.
    mutating func takeSummaries() -> [Diagnostic] {
        defer {
            counts = [:]
            places = []
        }
        return places.map { first in
            let rest = (counts[first.span] ?? 0) - Self.limitAtOnePlace
            let what = rest == 1 ? "1 more error" : "\(rest) more errors"
            return Diagnostic(first.id, "\(what) at this place in the same block", at: first.span)
        }
    }
}
