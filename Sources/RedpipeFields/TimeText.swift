/// Moments as ISO 8601 texts.
///
///     TimeText.seconds(of: "2024-02-29T12:00:00+01:00")  // 1709204400
///     TimeText.text(of: 1709204400)                      // "2024-02-29T11:00:00Z"
///
/// Reference: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
package enum TimeText {
    /// Why a text is no moment.
    package struct Malformed: Error, Hashable {
        package let message: String
    }

    private static let secondsPerDay: Int64 = 86_400
    /// The first second of the year 1 and the last of the year 9999, which have four digits.
    private static let shown: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Unix seconds of a text: a date alone means its midnight in UTC, a time needs its zone.
    package static func seconds(of text: [UInt8]) throws(Malformed) -> Int64 {
        var scanner = Scanner(text)
        let days = try date(&scanner)
        guard !scanner.isAtEnd else { return days * secondsPerDay }
        let time = try time(&scanner)
        let zone = try zone(&scanner)
        guard scanner.isAtEnd else { throw Malformed(message: "more text follows") }
        return days * secondsPerDay + time - zone
    }

    /// Unix seconds as a text in UTC; as a plain number outside of the years 1 to 9999.
    package static func text(of seconds: Int64) -> String {
        guard shown.contains(seconds) else { return String(seconds) }
        let second = (seconds % secondsPerDay + secondsPerDay) % secondsPerDay
        let (year, month, day) = civil((seconds - second) / secondsPerDay)
        let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
        let date = [padded(year, to: 4), padded(month, to: 2), padded(day, to: 2)]
        return date.joined(separator: "-") + "T" + clock.joined(separator: ":") + "Z"
    }

    private static func padded(_ number: Int64, to count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
}

extension TimeText {
    /// `date = year "-" month "-" day`, as days since 1970.
    private static func date(_ scanner: inout Scanner) throws(Malformed) -> Int64 {
        guard let year = scanner.number(digits: 4), scanner.accept("-"),
            let month = scanner.number(digits: 2), scanner.accept("-"),
            let day = scanner.number(digits: 2)
        else { throw Malformed(message: "a date is written as 2024-12-31") }
        guard year > 0, (1...12).contains(month),
            (1...daysInMonth(month, of: year)).contains(day)
        else { throw Malformed(message: "there is no such day") }
        return days(year, month, day)
    }

    /// `time = ("T" | BLANK) hour ":" minute ":" second ["." zeros]`, in seconds.
    private static func time(_ scanner: inout Scanner) throws(Malformed) -> Int64 {
        guard scanner.accept("T") || scanner.accept("t") || scanner.accept(" "),
            let hour = scanner.number(digits: 2), scanner.accept(":"),
            let minute = scanner.number(digits: 2), scanner.accept(":"),
            let second = scanner.number(digits: 2)
        else { throw Malformed(message: "a time is written as T23:59:59Z") }
        guard hour < 24, minute < 60, second < 60 else {
            throw Malformed(message: "there is no such time of day")
        }
        if scanner.accept(".") {
            guard scanner.accept("0") else {
                throw Malformed(message: "parts of seconds are not stored")
            }
            while scanner.accept("0") {}
        }
        return hour * 3600 + minute * 60 + second
    }

    /// `zone = "Z" | ("+" | "-") hour ":" minute`, in seconds east of Greenwich.
    private static func zone(_ scanner: inout Scanner) throws(Malformed) -> Int64 {
        if scanner.accept("Z") || scanner.accept("z") { return 0 }
        let isEast = scanner.accept("+")
        guard isEast || scanner.accept("-"), let hour = scanner.number(digits: 2),
            scanner.accept(":"), let minute = scanner.number(digits: 2), hour < 24, minute < 60
        else { throw Malformed(message: "a time needs its zone, `Z` or `+01:00`") }
        return (isEast ? 1 : -1) * (hour * 3600 + minute * 60)
    }
}

extension TimeText {
    private static func daysInMonth(_ month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 to a date of the years 1 to 9999.
    ///
    /// The year is taken to begin in March: then its leap day is its last, and the days before a
    /// month are a line rounded down.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let monthsSinceMarch = (month + 9) % 12
        let leapDays = shifted / 4 - shifted / 100 + shifted / 400
        return 365 * shifted + leapDays + (153 * monthsSinceMarch + 2) / 5 + day - 1 - 719_468
    }

    /// The date that lies so many days after 1970-01-01.
    private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        // The year is at most one too late: 146097 days are 400 years.
        var year = (days + 719_468) * 400 / 146_097 + 1
        while self.days(year, 3, 1) > days { year -= 1 }
        let dayOfYear = days - self.days(year, 3, 1)
        let monthsSinceMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1
        let month = (monthsSinceMarch + 2) % 12 + 1
        return (month > 2 ? year : year + 1, month, day)
    }
}

/// A cursor over the bytes of a time.
private struct Scanner {
    private var rest: ArraySlice<UInt8>

    init(_ text: [UInt8]) {
        rest = text[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func accept(_ byte: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: byte) else { return false }
        rest.removeFirst()
        return true
    }

    /// Exactly so many decimal digits.
    mutating func number(digits count: Int) -> Int64? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        rest.removeFirst(count)
        return digits.reduce(0) { $0 * 10 + Int64($1) - 0x30 }
    }
}
