import Glibc

/// A point of time on a clock that is never set back.
package struct Moment: Hashable, Comparable, Sendable {
    /// Nanoseconds since some moment before the program started.
    let nanoseconds: Int64

    /// This very moment.
    package static var now: Moment {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Moment(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// The end of time.
    static let distant = Moment(nanoseconds: .max)

    /// The moment after some time; what is beyond all bounds is the end of time.
    package static func + (moment: Moment, duration: Duration) -> Moment {
        let (sum, hasOverflown) = moment.nanoseconds
            .addingReportingOverflow(duration.clampedNanoseconds)
        return Moment(nanoseconds: hasOverflown ? .max : sum)
    }

    /// The time from one moment to another.
    package static func - (end: Moment, start: Moment) -> Duration {
        .nanoseconds(end.nanoseconds - start.nanoseconds)
    }

    package static func < (one: Moment, other: Moment) -> Bool {
        one.nanoseconds < other.nanoseconds
    }

    /// How long to wait for this moment, as `poll` wants it: rounded up, so that it has come after.
    func milliseconds(from now: Moment) -> Int32 {
        guard self > now else { return 0 }
        let wait = (nanoseconds - now.nanoseconds - 1) / 1_000_000 + 1
        return Int32(clamping: wait)
    }
}
