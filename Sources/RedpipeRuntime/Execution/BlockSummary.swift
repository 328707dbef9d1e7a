import Redpipe
import RedpipeSyntax

/// What became of the commands of one block, or of one batch of it, for messages.
struct BlockSummary {
    let commandCount: Int
    /// Commands that were answered without an error.
    let succeededCount: Int
    let lanes: [ConnectionName: LaneReport]
    /// The batches before this one, in a block that is sent in batches.
    let batch: BatchProgress?
    private let connections: Connections
    /// The errors of commands without a place for their reply, by connection and position.
    private let unclaimedErrors: [ConnectionName: [Int: ServerError]]
    /// Whether any command without a place for its reply may have failed.
    private let hasUnclaimedProblems: Bool

    init(_ lanes: [LaneReport], on connections: Connections, batch: BatchProgress?) {
        self.connections = connections
        self.batch = batch
        commandCount = lanes.reduce(0) { $0 + $1.commandCount - $1.markerCount }
        succeededCount = lanes.reduce(0) {
            $0 + max(0, $1.answeredCount - $1.markerCount - $1.errorReplyCount)
        }
        self.lanes = Dictionary(lanes.map { ($0.connection, $0) }) { first, _ in first }
        hasUnclaimedProblems = lanes.contains { $0.failure != nil || !$0.unclaimedErrors.isEmpty }
        unclaimedErrors = self.lanes.compactMapValues { lane in
            guard !lane.unclaimedErrors.isEmpty else { return nil }
            return Dictionary(lane.unclaimedErrors.map { ($0.command, $0.error) }) { $1 }
        }
    }

    /// Where a connection goes, as far as it was defined; never with a password.
    func address(of name: ConnectionName) -> String {
        connections.endpoint(of: name).map { " (\($0))" } ?? ""
    }

    /// Why a command without a place for its reply failed; `nil` if it did not.
    func problem(of command: SilentCommand) -> DeferredError? {
        guard hasUnclaimedProblems, let lane = lanes[command.origin.connection] else { return nil }
        let position = Int(command.position)
        if let error = unclaimedErrors[lane.connection]?[position] { return .server(error) }
        guard command.reportsLoss, let reason = lane.failure else { return nil }
        let outcome: ConnectionFailure.Outcome
        if lane.unknown.contains(position) {
            outcome = .unknown
        } else if lane.notSent.contains(position) {
            outcome = .notSent
        } else {
            return nil
        }
        return .connection(
            ConnectionFailure(connection: lane.connection, reason: reason, outcome: outcome)
        )
    }
}
