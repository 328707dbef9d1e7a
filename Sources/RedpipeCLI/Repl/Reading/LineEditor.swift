/// What reads lines from a person.
///
/// It never waits: whoever owns the poll loop calls `read()` when standard input can be read.
protocol LineEditor: AnyObject {
    /// Shows a prompt and begins to read a line.
    func begin(_ prompt: String)
    /// Takes what has been typed.
    ///
    /// - Returns: `nil` as long as the line is not done.
    func read() -> LineEvent?
    /// Whether `read()` has something to do without new input.
    var hasBufferedInput: Bool { get }
    /// Whether nothing stands in the line.
    var isLineEmpty: Bool { get }
    /// Drops what has been typed, and shows a prompt on a new line.
    func clear(_ prompt: String)
    /// Lets something be printed while a line is being edited; the line is drawn again below, with
    /// the prompt that holds then.
    func printAbove(_ prompt: () -> String, _ body: () -> Void)
    /// Gives the terminal back; what was typed so far is kept if the line is continued.
    func suspend()
    /// Takes the terminal again after `suspend()`.
    func resume(_ prompt: String)
    /// The size of the terminal has changed.
    func resize()
    /// Makes an entry available for recall.
    func remember(_ entry: String)
    /// Puts text into the next line, to be edited.
    func prefill(_ text: String)
    /// Whether `prefill(_:)` can do so.
    var prefills: Bool { get }
}

/// How a line ended.
enum LineEvent: Equatable {
    /// Without its line break; pasted text may hold several lines.
    case line(String)
    /// A line that is not UTF-8, which the language is; with other characters in the place of the
    /// bytes that are none.
    case invalid(String)
    /// Ctrl-x Ctrl-e: what was typed is to be edited elsewhere.
    case edit(String)
    /// The end of the input: Ctrl-D on an empty line.
    case end
}
