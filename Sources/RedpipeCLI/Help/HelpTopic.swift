import RedpipeCommands

/// What `redpipe help TOPIC` can explain: a command of the program or an error code.
enum HelpTopic {
    /// The page on a topic, the program's own page without one.
    static func page(on topic: String?) throws(ProgramError) -> String {
        guard let topic else { return HelpText.text(of: nil) }
        if let command = CommandName(rawValue: topic) { return HelpText.text(of: command) }
        if let explanation = ErrorExplanation.of(topic) { return explanation.page }
        throw unknown(topic)
    }

    private static func unknown(_ topic: String) -> ProgramError {
        let commands = CommandName.allCases.map(\.rawValue)
        if let nearest = Suggestion.nearest(to: topic, in: commands) {
            return ProgramError("no help on `\(topic)`; did you mean `\(nearest)`?", .usage)
        }
        let known = commands.joined(separator: ", ")
        return ProgramError("no help on `\(topic)`; there is help on \(known) and E0201", .usage)
    }
}
