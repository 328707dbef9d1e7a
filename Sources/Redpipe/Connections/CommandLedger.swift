import DequeModule
import RedpipeCommands

/// What became of the commands that were handed to one connection.
///
/// They are counted in the order of the wire, so three numbers say everything: the first ones are
/// answered, then come those sent and not answered, then those not sent. A command without a reply
/// is passed like one that was answered, but it is confirmed only by a reply to a later one. Memory
/// is taken for the ends of commands that the system has not accepted yet, and for those few that
/// block or have no reply; never for each command that was sent.
struct CommandLedger {
    /// Commands that were handed over.
    private(set) var queuedCount = 0
    /// Commands of which the system has accepted the last byte.
    private(set) var sentCount = 0
    /// Commands whose whole reply has arrived, and those without one that came before or between.
    private(set) var answeredCount = 0
    /// Commands that the server has dealt with, as a reply to the last of them proves.
    private(set) var confirmedCount = 0
    /// Bytes that were handed over.
    private(set) var queuedByteCount = 0
    /// Bytes that the system has accepted.
    private(set) var sentByteCount = 0
    /// Where the last sent command ends.
    private var lastSentEnd = 0
    /// Where the commands end that are not sent, in bytes from the very first one.
    private var ends: Deque<Int> = []
    /// Runs of commands that have no reply, the next one first.
    private var silent: Deque<Range<Int>> = []
    /// Commands that may block, the next one first.
    private var blockers: Deque<Blocker> = []
}

extension CommandLedger {
    /// Commands that were sent and not answered.
    var outstandingCount: Int { sentCount - answeredCount }
    /// Commands that were not sent.
    var unsentCount: Int { queuedCount - sentCount }
    /// Bytes that the system has not accepted.
    var unsentByteCount: Int { queuedByteCount - sentByteCount }
    /// How many bytes the system has accepted of a command that has more.
    var begunByteCount: Int { sentByteCount - lastSentEnd }
    /// Whether the system has accepted a part of a command: no other one can follow then.
    var isInsideCommand: Bool { begunByteCount > 0 }

    /// How many bytes may be sent so that at most `limit` commands wait for replies.
    func sendableByteCount(outstandingLimit limit: Int) -> Int {
        let commandCount = limit - outstandingCount
        // A command that was begun is ended in any case.
        guard commandCount > 0 || isInsideCommand else { return 0 }
        let last = max(commandCount, 1) - 1
        return (last < ends.count ? ends[last] : queuedByteCount) - sentByteCount
    }

    /// The time that the next reply may take because its command blocks.
    var nextBlocking: BlockingTimeout? {
        // One without a reply keeps the next reply waiting.
        guard let next = blockers.first, next.command <= answeredCount else { return nil }
        return next.timeout
    }
}

extension CommandLedger {
    /// Notes one command.
    mutating func queue(
        byteCount: Int,
        blocking: BlockingTimeout? = nil,
        hasReply: Bool = true
    ) {
        if let blocking { blockers.append(Blocker(command: queuedCount, timeout: blocking)) }
        if !hasReply { noteSilence() }
        queuedByteCount += byteCount
        queuedCount += 1
        ends.append(queuedByteCount)
    }

    /// Notes commands that have one reply each and do not block, by where they end.
    mutating func queue(ends more: [Int]) {
        let offset = queuedByteCount
        ends.append(contentsOf: more.lazy.map { $0 + offset })
        queuedByteCount += more.last ?? 0
        queuedCount += more.count
    }

    /// Notes the commands of a lane from one of them on.
    mutating func queue(_ lane: Lane, from first: Int) {
        let start = lane.start(of: first)
        for blocker in lane.blockers where blocker.command >= first {
            let command = queuedCount + blocker.command - first
            blockers.append(Blocker(command: command, timeout: blocker.timeout))
        }
        let offset = queuedByteCount - start
        ends.append(contentsOf: lane.ends[first...].lazy.map { $0 + offset })
        queuedByteCount += lane.bytes.count - start
        queuedCount += lane.commandCount - first
    }

    private mutating func noteSilence() {
        if let last = silent.last, last.upperBound == queuedCount {
            silent[silent.count - 1] = last.lowerBound..<queuedCount + 1
        } else {
            silent.append(queuedCount..<queuedCount + 1)
        }
    }

    /// Notes that the system has accepted so many bytes more.
    mutating func accept(byteCount: Int) {
        sentByteCount += byteCount
        while let end = ends.first, end <= sentByteCount {
            ends.removeFirst()
            sentCount += 1
            lastSentEnd = end
        }
        passSilence()
    }

    /// Notes a whole reply.
    ///
    /// - Returns: Whether a command had asked for it.
    mutating func answer() -> Bool {
        guard outstandingCount > 0 else { return false }
        while let next = blockers.first, next.command <= answeredCount { blockers.removeFirst() }
        answeredCount += 1
        confirmedCount = answeredCount
        passSilence()
        return true
    }

    /// Notes that the command that was answered last has so many replies more.
    ///
    /// They count as commands of no bytes, which is right only where nothing was sent behind it.
    mutating func expectMoreReplies(_ count: Int) {
        precondition(queuedCount == answeredCount, "other replies would come first")
        queuedCount += count
        sentCount += count
    }

    /// Passes commands without a reply that were sent and are next.
    private mutating func passSilence() {
        while let run = silent.first, run.lowerBound <= answeredCount, answeredCount < sentCount {
            answeredCount = min(run.upperBound, sentCount)
            guard answeredCount == run.upperBound else { return }
            silent.removeFirst()
        }
    }
}
