/// What a session knows that a line could name.
struct CompletionContext {
    var variables: [String] = []
    var functions: [String] = []
    /// Keyspaces and models.
    var types: [String] = []
    var connections: [String] = []
    /// Commands of the server that the bundled table lacks, in lower case.
    var serverCommands: [String] = []
    /// The fields and methods of a value, by the text before the dot.
    var fields: (String) -> [String] = { _ in [] }
    /// The paths of files that begin so.
    var files: (String) -> [String] = { _ in [] }
}
