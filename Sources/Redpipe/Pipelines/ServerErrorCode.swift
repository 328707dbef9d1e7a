/// The first word of an error reply, which says what kind of error it is.
///
/// The known ones have names; any other is made from its bytes.
public struct ServerErrorCode: RawRepresentable, Hashable, Sendable {
    /// The word, upper case by convention.
    public let rawValue: [UInt8]

    /// The code that is spelled so.
    public init(rawValue: [UInt8]) {
        self.rawValue = rawValue
    }

    /// The code that is spelled so.
    public init(_ word: String) {
        rawValue = Array(word.utf8)
    }

    /// `ERR`: anything that has no code of its own.
    public static let generic = Self("ERR")
    /// `WRONGTYPE`: the key holds another type.
    public static let wrongType = Self("WRONGTYPE")
    /// `NOAUTH`: the server wants a password.
    public static let authenticationRequired = Self("NOAUTH")
    /// `WRONGPASS`: the password or the user is wrong.
    public static let wrongPassword = Self("WRONGPASS")
    /// `NOPERM`: the user may not do this.
    public static let noPermission = Self("NOPERM")
    /// `NOPROTO`: the server does not speak the version of RESP that was asked for.
    public static let noProtocol = Self("NOPROTO")
    /// `NOSCRIPT`: no script has this SHA-1.
    public static let noScript = Self("NOSCRIPT")
    /// `EXECABORT`: a command of the transaction was refused, so none ran.
    public static let transactionAborted = Self("EXECABORT")
    /// `WATCH`: a watched key had changed, so the transaction did not run.
    ///
    /// Servers answer a null then; this code stands for it.
    public static let watch = Self("WATCH")
    /// `OOM`: the memory limit is reached.
    public static let outOfMemory = Self("OOM")
    /// `BUSY`: a script is running for too long.
    public static let busy = Self("BUSY")
    /// `READONLY`: the server is a replica.
    public static let readOnly = Self("READONLY")
    /// `LOADING`: the server is reading its data from disk.
    public static let loading = Self("LOADING")
    /// `MASTERDOWN`: a replica without its primary.
    public static let masterDown = Self("MASTERDOWN")
    /// `MOVED`: another node of the cluster owns the hash slot.
    public static let moved = Self("MOVED")
    /// `ASK`: the hash slot is moving to another node of the cluster.
    public static let ask = Self("ASK")
    /// `TRYAGAIN`: the keys of one command are on two nodes while their hash slot moves.
    public static let tryAgain = Self("TRYAGAIN")
    /// `CROSSSLOT`: the keys of one command belong to different hash slots.
    public static let crossSlot = Self("CROSSSLOT")
    /// `CLUSTERDOWN`: no node serves the hash slot.
    public static let clusterDown = Self("CLUSTERDOWN")
}

extension ServerErrorCode {
    /// Whether the server says that it did not run the command but may do so in a moment.
    package var isTemporaryRefusal: Bool {
        switch self {
        case .loading, .masterDown, .tryAgain, .clusterDown: true
        default: false
        }
    }
}

extension ServerErrorCode: CustomStringConvertible {
    /// The word as text.
    public var description: String { String(decoding: rawValue, as: UTF8.self) }
}
