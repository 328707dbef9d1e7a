/// What a person can change about a session.
struct ReplSettings {
    /// Time and round trips are shown behind each input.
    var showsTiming = false
    var stackByteCount = 8 << 20
}
