import RedpipeRESP

extension ServerProcess {
    /// A server in cluster mode that owns all slots.
    convenience init(clusterOf binary: ServerBinary) throws {
        let port = try String(freePort())
        try self.init(binary, options: ["--cluster-enabled", "yes", "--cluster-port", port])
        let connection = try ServerConnection(to: self)
        _ = try connection.send(words("CLUSTER ADDSLOTSRANGE 0 16383"))
    }

    /// Waits until the cluster takes commands with keys, two seconds after its start.
    ///
    /// The server does the waiting: asking without a pause would take a processor's time.
    func waitUntilClusterIsUp() throws {
        let connection = try ServerConnection(to: self)
        while try !connection.send(words("CLUSTER INFO")).text.contains("cluster_state:ok") {
            _ = try connection.send(words("DEBUG SLEEP 0.05"))
        }
    }
}

extension RESPValue {
    /// The text of a string of any kind.
    var text: String {
        switch self {
        case .bulkString(let text), .simpleString(let text), .verbatimString(let text, _):
            String(decoding: text, as: UTF8.self)
        default: ""
        }
    }
}
