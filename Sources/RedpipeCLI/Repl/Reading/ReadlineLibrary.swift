import Glibc

/// GNU readline, loaded when the interactive mode starts.
///
/// Linking it would cost every run half a millisecond, and a program that is linked to it does not
/// start where it is missing. Its functions and variables have kept their form since version 8.0.
///
/// Reference: https://tiswww.case.edu/php/chet/readline/readline.html
@safe
struct ReadlineLibrary {
    typealias Handler = @convention(c) (UnsafeMutablePointer<CChar>?) -> Void
    typealias Text = UnsafePointer<CChar>
    typealias Matches = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    typealias Completer = @convention(c) (Text?, CInt, CInt) -> Matches?
    typealias BreakHook = @convention(c) () -> UnsafeMutablePointer<CChar>?
    typealias KeyFunction = @convention(c) (CInt, CInt) -> CInt

    // Functions.
    let installHandler: @convention(c) (Text, Handler) -> Void
    let readCharacter: @convention(c) () -> Void
    let removeHandler: @convention(c) () -> Void
    let cleanUpSignal: @convention(c) () -> Void
    let freeLineState: @convention(c) () -> Void
    let replaceLine: @convention(c) (Text, CInt) -> Void
    let insertText: @convention(c) (Text) -> CInt
    let setPrompt: @convention(c) (Text) -> CInt
    let beginNewLine: @convention(c) () -> CInt
    let redisplay: @convention(c) () -> Void
    let clearVisibleLine: @convention(c) () -> CInt
    let resizeTerminal: @convention(c) () -> Void
    let bindKeys: @convention(c) (Text, KeyFunction) -> CInt
    let addHistory: @convention(c) (Text) -> Void
    let useHistory: @convention(c) () -> Void
    let limitHistory: @convention(c) (CInt) -> Void

    // Variables.
    let line: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    let point: UnsafeMutablePointer<CInt>
    let completer: UnsafeMutablePointer<Completer?>
    let wordBreakHook: UnsafeMutablePointer<BreakHook?>
    let isCompletionOver: UnsafeMutablePointer<CInt>
    let appendedCharacter: UnsafeMutablePointer<CInt>

    /// Set at the end of the input, and never taken back by itself; not in all versions.
    let isAtEnd: UnsafeMutablePointer<CInt>?
    private let settingValue: (@convention(c) (Text) -> UnsafePointer<CChar>?)?

    /// Whether a setting of the user's inputrc is on.
    func isOn(_ setting: String) -> Bool {
        guard let value = unsafe settingValue?(setting) else { return false }
        return unsafe strcmp(value, "on") == 0
    }

    /// Loads it; `nil` where it is missing or too old.
    init?() {
        guard let library = LoadedLibrary("libreadline.so.8"), let symbols = try? Self(library)
        else { return nil }
        self = symbols
        Self.configure(library)
    }

    private init(_ library: LoadedLibrary) throws(MissingSymbol) {
        unsafe installHandler = try library.function("rl_callback_handler_install")
        readCharacter = try library.function("rl_callback_read_char")
        removeHandler = try library.function("rl_callback_handler_remove")
        cleanUpSignal = try library.function("rl_callback_sigcleanup")
        freeLineState = try library.function("rl_free_line_state")
        unsafe replaceLine = try library.function("rl_replace_line")
        unsafe insertText = try library.function("rl_insert_text")
        unsafe setPrompt = try library.function("rl_set_prompt")
        beginNewLine = try library.function("rl_on_new_line")
        redisplay = try library.function("rl_redisplay")
        clearVisibleLine = try library.function("rl_clear_visible_line")
        resizeTerminal = try library.function("rl_resize_terminal")
        unsafe bindKeys = try library.function("rl_bind_keyseq")
        unsafe addHistory = try library.function("add_history")
        useHistory = try library.function("using_history")
        limitHistory = try library.function("stifle_history")
        unsafe line = try library.variable("rl_line_buffer")
        unsafe point = try library.variable("rl_point")
        unsafe completer = try library.variable("rl_attempted_completion_function")
        unsafe wordBreakHook = try library.variable("rl_completion_word_break_hook")
        unsafe isCompletionOver = try library.variable("rl_attempted_completion_over")
        unsafe isAtEnd = try? library.variable("rl_eof_found")
        unsafe settingValue = try? library.function("rl_variable_value")
        unsafe appendedCharacter = try library.variable("rl_completion_append_character")
    }

    /// What must be said before the first line.
    private static func configure(_ library: LoadedLibrary) {
        // Signals are ours; what the terminal's size is the system knows best.
        for name in ["rl_catch_signals", "rl_catch_sigwinch", "rl_change_environment"] {
            let variable: UnsafeMutablePointer<CInt>? = unsafe try? library.variable(name)
            unsafe variable?.pointee = 0
        }
        // `$if redpipe` in a user's inputrc.
        set("rl_readline_name", to: "redpipe", library)
    }

    /// What readline keeps must never be freed.
    private static func set(_ name: String, to text: String, _ library: LoadedLibrary) {
        let variable: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
            unsafe try? library.variable(name)
        unsafe variable?.pointee = strdup(text)
    }
}
