/// What `help` says in the interactive mode.
enum ReplHelp {
    private static let columnWidth = 20

    static var page: String {
        let commands = MetaCommand.allCases.map { row($0.usage, $0.summary) }.joined()
        return """
            A line is a Redis command, or a statement of the language:

              SET greeting "hello world"
              let n <- INCR hits
              pipeline {          the block's commands are one round trip
                GET greeting
                GET hits
              }
              n                   a name alone shows its value

            Help:
              help COMMAND        syntax, version and complexity of a Redis command
              help TOPIC          the language: lines, pipeline, let, words, …
              help @list          the commands of a family
              help E0201          an error code
              help topics         all topics

            Commands of the interactive mode:
            \(commands)
            Keys:
              Tab                 complete commands, options, names, keys
              Alt-h               the syntax of the command that is being typed
              Ctrl-x Ctrl-e       go on with what is being typed in $VISUAL or $EDITOR
              Ctrl-r              search the history; a blank before a line keeps it out
              Ctrl-C              drop the line or the open block; interrupt a command
              Ctrl-D              leave

            """
    }

    private static func row(_ label: String, _ text: String) -> String {
        let padding = String(repeating: " ", count: max(1, columnWidth - label.count))
        return "  " + label + padding + text + "\n"
    }
}
