/// How much a pipeline held at one moment.
///
/// A nested block is a savepoint on its pipeline, not a queue of its own: joining costs nothing,
/// and giving the block up takes back what came after.
package struct Savepoint {
    /// The commands of the first lane; nearly every pipeline has no other.
    let firstCommandCount: Int
    /// The commands of the other lanes.
    let otherCommandCounts: [Int]
    let callbackCount: Int
    let currentLane: Int
    let openTransactionCount: Int
}

extension Pipeline {
    /// Marks what is queued now.
    package func savepoint() -> Savepoint {
        Savepoint(
            firstCommandCount: lanes[0].commandCount,
            otherCommandCounts: lanes.count == 1 ? [] : lanes.dropFirst().map(\.commandCount),
            callbackCount: callbacks.count,
            currentLane: currentLane,
            openTransactionCount: openTransactions.count
        )
    }

    /// Takes back all commands and callbacks that were queued since, and abandons their deferreds.
    ///
    /// - Parameter savepoint: A mark of this pipeline that was made since its last execution and
    ///   not rolled over.
    package mutating func rollBack(to savepoint: Savepoint) {
        for lane in lanes.indices {
            lanes[lane].truncate(to: savepoint.commandCount(ofLane: lane))
        }
        for callback in callbacks[savepoint.callbackCount...] { callback.abandon?() }
        callbacks.removeSubrange(savepoint.callbackCount...)
        currentLane = savepoint.currentLane
        openTransactions.removeSubrange(savepoint.openTransactionCount...)
    }
}

extension Savepoint {
    /// A lane that did not exist yet had no commands.
    fileprivate func commandCount(ofLane lane: Int) -> Int {
        guard lane > 0 else { return firstCommandCount }
        return lane <= otherCommandCounts.count ? otherCommandCounts[lane - 1] : 0
    }
}
