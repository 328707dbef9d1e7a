import Redpipe
import RedpipeSyntax

/// What became of the commands of one block, for messages.
struct BlockSummary {
    let commandCount: Int
    /// Commands that were answered without an error.
    let succeededCount: Int
    let lanes: [ConnectionName: LaneReport]
    private let connections: Connections

    init(_ lanes: [LaneReport], on connections: Connections) {
        self.connections = connections
        commandCount = lanes.reduce(0) { $0 + $1.commandCount }
        succeededCount = lanes.reduce(0) { $0 + $1.answeredCount - $1.errorReplyCount }
        self.lanes = Dictionary(lanes.map { ($0.connection, $0) }) { first, _ in first }
    }

    /// Where a connection goes, as far as it was defined; never with a password.
    func address(of name: ConnectionName) -> String {
        connections.endpoint(of: name).map { " (\($0))" } ?? ""
    }
}
