/// Finds the word that was probably meant.
public enum Suggestion {
    /// The candidate nearest to a mistyped word, if one is near enough.
    ///
    /// A letter too many, too few, another one, or two neighbours swapped count 1 each; a third of
    /// the word may be wrong. Of equally near candidates the one with the longest common beginning
    /// wins, then the first.
    ///
    ///     Suggestion.nearest(to: "conut", in: ["count", "content"])  // "count"
    public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        let letters = Array(word.unicodeScalars)
        let limit = max(1, letters.count / 3)
        var best: (candidate: String, distance: Int, prefix: Int)?
        for candidate in candidates {
            let other = Array(candidate.unicodeScalars)
            guard abs(other.count - letters.count) <= limit else { continue }
            let distance = distance(letters, other)
            let prefix = zip(letters, other).prefix { $0 == $1 }.count
            guard distance <= limit, distance < max(letters.count, other.count) else { continue }
            if best.map({ (distance, -prefix) < ($0.distance, -$0.prefix) }) ?? true {
                best = (candidate, distance, prefix)
            }
        }
        return best?.candidate
    }

    /// The edit distance of two words with swaps of neighbours (optimal string alignment).
    ///
    /// Reference: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
    private static func distance(_ word: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in 0..<word.count {
            var current = [row + 1]
            for column in 0..<other.count {
                let substitution = last[column] + (word[row] == other[column] ? 0 : 1)
                var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, word[row] == other[column - 1],
                    word[row - 1] == other[column]
                {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[other.count]
    }
}
