/// How the program ends; shell scripts tell these apart.
enum ExitStatus: Int32, CaseIterable, Comparable {
    case success = 0
    /// A command got an error reply, or the script failed while it ran.
    case failure = 1
    /// A connection could not be opened; nothing was sent on it.
    case notConnected = 2
    /// The script is wrong; nothing at all was sent.
    case wrongScript = 3
    /// A connection was lost with commands not sent or of unknown outcome.
    case lost = 4
    /// The server broke the protocol, or is no Redis server.
    case protocolBroken = 5
    case usage = 64
    case unreadableInput = 66
    case unwritableOutput = 74

    /// Of several, the one that leaves most in doubt.
    static func < (left: ExitStatus, right: ExitStatus) -> Bool {
        left.doubt < right.doubt
    }

    private var doubt: Int {
        switch self {
        case .success: 0
        case .failure: 1
        case .notConnected: 2
        case .protocolBroken: 3
        case .lost: 4
        case .wrongScript, .usage, .unreadableInput, .unwritableOutput: 5
        }
    }
}
