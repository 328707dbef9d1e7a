/// Finds where commands end that are RESP already, without looking into their arguments.
///
/// It goes on where it stopped when more bytes have arrived.
///
/// Reference: https://redis.io/docs/latest/develop/reference/protocol-spec/#sending-commands-to-a-redis-server
struct RESPCommandScanner {
    /// The arguments of the current command, counted from its start.
    private(set) var words: [Range<Int>] = []
    /// How many bytes of the current command were scanned.
    private(set) var position = 0
    /// How many arguments are to come; `nil` before the header.
    private var remaining: Int?

    /// What is no command, and where.
    struct Failure: Error, Equatable {
        /// The byte, counted from the start of the command.
        let offset: Int
        let expected: Expected

        enum Expected: String {
            case array = "`*` and the number of arguments"
            case bulkString = "`$` and the length of an argument"
            case lineEnd = "CR and LF behind an argument"
            case length = "a length that a server accepts"
        }
    }

    /// What a server accepts: arguments of a command, bytes of an argument.
    private static let countLimit = 1 << 20
    static let lengthLimit = 512 << 20

    /// Starts with a new command.
    mutating func begin() {
        words.removeAll(keepingCapacity: true)
        position = 0
        remaining = nil
    }

    /// Goes on with the current command.
    ///
    /// - Parameters:
    ///   - storage: What holds it.
    ///   - range: Where all of it lies that has arrived.
    /// - Returns: Whether it is whole; `position` is its length then, 0 arguments mean no command.
    /// - Throws: ``Failure``; where the next command starts cannot be told then.
    mutating func scan(_ storage: [UInt8], _ range: Range<Int>) throws(Failure) -> Bool {
        let bytes = storage.span.extracting(range)
        if remaining == nil {
            guard let count = try header(UInt8(ascii: "*"), bytes, .array) else { return false }
            guard count <= Self.countLimit else { throw failure(.length) }
            remaining = max(0, count)
        }
        while let left = remaining, left > 0 {
            guard try scanArgument(bytes) else { return false }
            remaining = left - 1
        }
        return true
    }

    private mutating func scanArgument(_ bytes: Span<UInt8>) throws(Failure) -> Bool {
        let start = position
        guard let length = try header(UInt8(ascii: "$"), bytes, .bulkString) else { return false }
        guard (0...Self.lengthLimit).contains(length) else { throw failure(.length) }
        let end = position + length
        guard end + 2 <= bytes.count else {
            position = start
            return false
        }
        guard bytes[end] == 0x0d, bytes[end + 1] == 0x0a else {
            position = end
            throw failure(.lineEnd)
        }
        words.append(position..<end)
        position = end + 2
        return true
    }

    /// The number in the line at the position, which moves behind it.
    private mutating func header(
        _ type: UInt8,
        _ bytes: Span<UInt8>,
        _ expected: Failure.Expected
    ) throws(Failure) -> Int? {
        guard position < bytes.count else { return nil }
        guard bytes[position] == type else { throw failure(expected) }
        var index = position + 1
        let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let firstDigit = index
        var number = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
            // Ten digits are more than any limit and less than an overflow.
            guard index - firstDigit < 10 else { throw failure(.length) }
            number = number * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        guard index + 1 < bytes.count else {
            // What is there must be able to become a line.
            guard index >= bytes.count || bytes[index] == 0x0d else { throw failure(expected) }
            return nil
        }
        guard index > firstDigit, bytes[index] == 0x0d, bytes[index + 1] == 0x0a else {
            throw failure(expected)
        }
        position = index + 2
        return isNegative ? -number : number
    }

    private func failure(_ expected: Failure.Expected) -> Failure {
        Failure(offset: position, expected: expected)
    }
}
