/// A Redis or Valkey server of this program's own, without persistence, on a unix socket in a
/// private folder.
///
///     let server = try ScratchServer()
///     connections.define(server.endpoint)
///
/// It ends with the program, however the program ends: a shell in a session of its own watches a
/// pipe that only this program holds. When the pipe closes, the shell kills the server and removes
/// the folder.
public final class ScratchServer {
    /// Where to connect to.
    public let endpoint: Endpoint
    /// The process of the server.
    public let processIdentifier: Int32
    /// The private folder; the socket is in it, and what the server logs.
    public let folder: String
    private let watcher: ServerWatcher

    /// Starts a server and waits until it answers.
    ///
    /// - Parameter arguments: More arguments for the server, such as `--requirepass`.
    /// - Throws: ``ScratchServerError`` if there is no server program, or it ends at once.
    public init(arguments: [String] = []) throws(ScratchServerError) {
        let program = try ServerProgram.find()
        let folder = try PrivateFolder.create()
        let watcher = try ServerWatcher(program, arguments: arguments, folder: folder)
        let deadline = Moment.now + Self.patience
        processIdentifier = try watcher.readProcessIdentifier(until: deadline)
        try watcher.waitUntilAnswering(until: deadline)
        self.watcher = watcher
        self.folder = folder
        endpoint = Endpoint(.unix(path: ServerProgram.socketPath(in: folder)))
    }

    /// Ends the server and removes its folder.
    public func stop() {
        watcher.stop()
    }

    /// A large data set takes a while to load; a broken server is found at once, by its end.
    private static let patience = Duration.seconds(20)
}
