/// What `\watch` repeats.
enum WatchedLine {
    /// The last line was refused, or there was none.
    case nothing
    case input
    /// A command of the interactive mode that looks at keys.
    case meta(String)
}
