/// What a session knows that a line could name.
///
/// Keyspaces and models will be one more list here, and `fields` will know theirs.
struct CompletionContext {
    var variables: [String] = []
    var functions: [String] = []
    var connections: [String] = []
    /// Commands of the server that the bundled table lacks, in lower case.
    var serverCommands: [String] = []
    /// The fields of a value, by the text before the dot.
    var fields: (String) -> [String] = { _ in [] }
    /// The paths of files that begin so.
    var files: (String) -> [String] = { _ in [] }
}
