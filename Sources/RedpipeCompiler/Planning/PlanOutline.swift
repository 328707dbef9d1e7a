package import RedpipeSyntax

/// What each block of a plan would send: connections, commands, round trips.
package struct PlanOutline: Sendable {
    /// What is sent together.
    package struct Trip: Sendable {
        /// The header of the block, or the line.
        package let span: SourceSpan
        /// By connection, in the order of their first command.
        package internal(set) var lanes: [Lane] = []
        /// How often this is sent.
        package let times: CountRange
        /// After how many commands a batch is sent; `nil` if all are sent as one.
        package internal(set) var batchSize: Int?

        /// How many round trips that makes.
        package var roundTrips: CountRange {
            guard let batchSize else { return times }
            let commands = lanes.reduce(.exactly(0)) { $0 + $1.commandCount }
            return times * commands.divided(by: batchSize)
        }
    }

    /// The part of a block that goes to one connection.
    package struct Lane: Sendable {
        package let connection: String
        package internal(set) var commandCount = CountRange.exactly(0)
        /// The first commands, by their place in the source.
        package internal(set) var firstCommands: [SourceSpan] = []
    }

    package private(set) var trips: [Trip] = []

    package init(of plan: Plan) {
        var outliner = PlanOutliner(plan)
        trips = outliner.outline()
    }
}

/// How many there will be, as far as that is known before the run.
package struct CountRange: Hashable, Sendable {
    package let lower: Int
    /// `nil` if only the run decides.
    package let upper: Int?

    package init(lower: Int, upper: Int?) {
        self.lower = lower
        self.upper = upper
    }

    package static func exactly(_ count: Int) -> CountRange {
        CountRange(lower: count, upper: count)
    }

    static let unknown = CountRange(lower: 0, upper: nil)

    package static func + (left: CountRange, right: CountRange) -> CountRange {
        CountRange(
            lower: saturated(left.lower.addingReportingOverflow(right.lower)),
            upper: left.upper.flatMap { upper in
                right.upper.map { saturated(upper.addingReportingOverflow($0)) }
            }
        )
    }

    static func * (left: CountRange, right: CountRange) -> CountRange {
        if left == .exactly(0) || right == .exactly(0) { return .exactly(0) }
        return CountRange(
            lower: saturated(left.lower.multipliedReportingOverflow(by: right.lower)),
            upper: left.upper.flatMap { upper in
                right.upper.map { saturated(upper.multipliedReportingOverflow(by: $0)) }
            }
        )
    }

    /// How many parts of such a size it makes.
    fileprivate func divided(by size: Int) -> CountRange {
        CountRange(
            lower: lower / size + (lower % size == 0 ? 0 : 1),
            upper: upper.map { $0 / size + ($0 % size == 0 ? 0 : 1) }
        )
    }

    /// Either of two.
    func or(_ other: CountRange) -> CountRange {
        CountRange(
            lower: min(lower, other.lower),
            upper: upper.flatMap { upper in other.upper.map { max(upper, $0) } }
        )
    }

    private static func saturated(_ result: (partialValue: Int, overflow: Bool)) -> Int {
        result.overflow ? Int.max : result.partialValue
    }
}
