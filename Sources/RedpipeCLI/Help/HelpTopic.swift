import RedpipeCommands
import RedpipeCompiler

/// What `redpipe help TOPIC` can explain: a command of the program or of Redis, a part of the
/// language, an error code.
enum HelpTopic {
    /// The page on a topic, the program's own page without one.
    static func page(on topic: String?) throws(ProgramError) -> String {
        guard let topic else { return HelpText.text(of: nil) }
        if let command = CommandName(rawValue: topic) { return HelpText.text(of: command) }
        if let explanation = ErrorExplanation.of(topic) { return explanation.page }
        if topic == "topics" { return list }
        if let part = LanguageTopic.named(topic) { return part.page }
        if topic.hasPrefix("@") { return try page(onGroup: topic) }
        let words = topic.split(separator: " ").map(String.init)
        if let page = CommandPage(words) ?? CommandPage(Array(words.prefix(1))) { return page.text }
        if let function = LibraryFunction(rawValue: topic) { return function.page }
        if let part = LanguageTopic.named(topic.lowercased()) { return part.page }
        throw unknown(topic)
    }

    /// The names of the parts of the language.
    static var languageTopics: [String] { LanguageTopic.all.map(\.name) }

    /// Whether words name a part of the language or an error code, which come before commands.
    static func isOfLanguage(_ words: [String]) -> Bool {
        words.count == 1 && (LanguageTopic.named(words[0]) != nil || words[0] == "topics")
    }

    /// The commands of a family, `@list`, as redis-cli lists them.
    private static func page(onGroup topic: String) throws(ProgramError) -> String {
        let name = topic.lowercased().filter(\.isLetter)
        guard let group = CommandGroup.allCases.first(where: { $0.name.filter(\.isLetter) == name })
        else {
            let names = groupNames.joined(separator: " ")
            throw ProgramError("no family of commands `\(topic)`; there are \(names)", .usage)
        }
        return CommandTable.allCommands.filter { $0.group == group && !$0.isContainer }
            .map { CommandSyntax.text(of: $0) + "\n" }.joined()
    }

    private static var list: String {
        let topics = LanguageTopic.all.map { topic in
            "  " + topic.name + String(repeating: " ", count: max(1, 14 - topic.name.count))
                + topic.title + "\n"
        }
        return topics.joined()
            + """

            And each Redis command, each error code, each function of the library, and the families
            of commands:
              \(groupNames.prefix(9).joined(separator: " "))
              \(groupNames.dropFirst(9).joined(separator: " "))

            """
    }

    private static var groupNames: [String] { CommandGroup.allCases.map { "@" + $0.name } }

    private static func unknown(_ topic: String) -> ProgramError {
        let commands = CommandName.allCases.map(\.rawValue) + languageTopics
        let nearest =
            Suggestion.nearest(to: topic, in: commands)
            ?? CommandTable.suggestion(for: topic)?.lowercased()
        if let nearest {
            return ProgramError("no help on `\(topic)`; did you mean `\(nearest)`?", .usage)
        }
        return ProgramError(
            "no help on `\(topic)`; there is help on Redis commands, on E0201 and on topics",
            .usage
        )
    }
}
