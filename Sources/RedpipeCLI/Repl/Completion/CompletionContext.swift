/// What a session knows that a line could name.
struct CompletionContext {
    /// The lines of the input that stand above the one that is edited.
    var openText = ""
    var variables: [String] = []
    var functions: [String] = []
    /// Keyspaces and models.
    var types: [String] = []
    var connections: [String] = []
    /// The commands of the server in lower case, `client|list` among them; empty if it has not told.
    var serverCommands: Set<String> = []
    /// The fields and methods of a value, by the text before the dot.
    var fields: (String) -> [String] = { _ in [] }
    /// What can stand behind a typed key or a model, by the name of its type.
    var members: (String) -> [String] = { _ in [] }
    /// The arguments that a function, a model or a method takes by name, as `ttl:`.
    var arguments: (String) -> [String] = { _ in [] }
    /// The paths of files that begin so.
    var files: (String) -> [String] = { _ in [] }
}

extension CompletionContext {
    /// Whether a command of the bundled table may be offered: not one that is newer than the server.
    func isKnownToServer(_ name: String) -> Bool {
        guard !serverCommands.isEmpty, !serverCommands.contains(name) else { return true }
        // Servers before 7.0 do not tell their subcommands.
        return name.contains("|") && !serverCommands.contains { $0.contains("|") }
    }
}
