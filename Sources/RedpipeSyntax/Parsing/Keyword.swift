/// The words that start a statement; none of them is a Redis command.
package enum Keyword: String, CaseIterable, Sendable {
    case connect, keyspace, model, def, param, include
    case `let`, pipeline, transaction, read, then
    case `if`, elif, `else`, `for`, `while`, `break`, `continue`
    case sleep, `return`, print, expect, fail, exit, cmd, `try`, quiet

    /// The keyword that was probably meant by the first word of a line that ends in `{`.
    ///
    /// Such a line begins with one of few words, so its first letter and about its length are enough.
    static func blockKeyword(like word: String) -> Keyword? {
        let word = word.lowercased()
        switch word {
        case "foreach": return .for
        case "func", "function", "fn", "fun": return .def
        case "elsif", "elseif": return .elif
        case "until", "loop": return .while
        case "multi": return .transaction
        default: break
        }
        let openers: [Keyword] = [
            .pipeline, .transaction, .then, .if, .for, .while, .def, .elif, .else, .read, .model,
        ]
        let letters = word.utf8.sorted()
        return openers.filter { keyword in
            let other = keyword.rawValue.utf8
            let common = other.filter { letters.contains($0) }.count
            return word.utf8.first == other.first && abs(other.count - letters.count) <= 2
                && common >= other.count - 2 && common * 3 >= other.count * 2
        }.min { one, other in
            abs(one.rawValue.utf8.count - letters.count)
                < abs(other.rawValue.utf8.count - letters.count)
        }
    }
}
