/// Bytes that are not RESP: the connection that they came from is of no more use.
public struct RESPError: Error, Hashable, Sendable {
    /// What is wrong with them.
    public let problem: Problem
    /// Where, in bytes from the first one that the decoder was given.
    public let offset: Int
    /// The bytes there, at most ``foundByteCount``, up to the end of their line.
    public let found: [UInt8]

    /// How many bytes an error quotes.
    public static let foundByteCount = 60

    /// A problem in the bytes at `offset`.
    public init(_ problem: Problem, offset: Int, found: [UInt8]) {
        self.problem = problem
        self.offset = offset
        self.found = found
    }
}

extension RESPError {
    /// What can be wrong with a reply.
    @nonexhaustive
    public enum Problem: Hashable, Sendable {
        /// The first byte of a value is none of the known type bytes.
        case unknownType
        /// Not an optional sign and decimal digits, or beyond 64 bits.
        case invalidInteger
        /// Neither a decimal number nor `inf`, `-inf` or `nan`.
        case invalidDouble
        /// Neither `#t` nor `#f`.
        case invalidBoolean
        /// Not an optional sign and decimal digits.
        case invalidBigNumber
        /// A `_` with something behind it.
        case invalidNull
        /// A verbatim string without three bytes of format and a colon.
        case invalidVerbatimString
        /// A length or a count that is negative or beyond the limit.
        case lengthOutOfRange(limit: Int)
        /// A line with more bytes than the limit.
        case lineTooLong(limit: Int)
        /// More aggregates in one another than the limit.
        case tooDeep(limit: Int)
        /// An LF in a line, with no CR before it.
        case missingCarriageReturn
        /// A CR in a line, with no LF behind it.
        case missingLineFeed
        /// Something other than CRLF behind a payload.
        case missingPayloadEnd
        /// A `.` or a `;` where nothing is streamed, or before the value of an attribute.
        case unexpectedStreamPart
        /// Something other than a `;` in a streamed string.
        case missingChunk
        /// A streamed map that ends after a key.
        case missingMapValue
    }
}
