/// What an error code means, for `redpipe help E0201`.
///
/// The tests run the examples: the wrong one gets the code, the right one runs.
struct ErrorExplanation {
    let code: String
    /// What is wrong, lower case, without a full stop.
    let title: String
    /// Why it is an error and what to do, in two or three sentences.
    let text: String
    let examples: Examples?

    /// Two scripts, the second one free of the error of the first.
    struct Examples {
        let wrong: String
        let right: String
    }

    init(_ code: String, _ title: String, _ text: String, wrong: String, right: String) {
        self.code = code
        self.title = title
        self.text = text
        examples = Examples(wrong: wrong, right: right)
    }

    /// An error that no short script can show.
    init(_ code: String, _ title: String, _ text: String) {
        self.code = code
        self.title = title
        self.text = text
        examples = nil
    }

    /// Every code, in order.
    static let all = syntax + names + types + connections + replies + running

    /// The explanation of a code, in upper or lower case; `nil` if there is none.
    static func of(_ code: String) -> ErrorExplanation? {
        all.first { $0.code == code.uppercased() }
    }
}

extension ErrorExplanation {
    /// The whole explanation as lines of text.
    var page: String {
        let head = "\(code): \(title)\n\n\(text)\n"
        guard let examples else { return head }
        return head
            + "\nWrong:\n\n\(indented(examples.wrong))\n\nRight:\n\n\(indented(examples.right))\n"
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    }
}
