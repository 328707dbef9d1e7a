import Redpipe

/// Why a run of a list is over.
enum ListEnding {
    /// All was done.
    case finished
    /// An error stopped it, as it was told to.
    case stopped(line: Int)
    /// A signal.
    case interrupted(Int32)
    /// The connection failed.
    case failed(ConnectionError)
    /// Nobody reads standard output any more.
    case outputClosed
    /// Standard output takes no more; the system's words.
    case outputFailed(String)
    /// The input cannot be read; the system's words.
    case inputFailed(String)
}
