import RedpipeRESP

/// What a decoder makes of a stream: its replies, then the error that ended it.
struct DecodedStream: Hashable, Sendable {
    private(set) var values: [RESPValue] = []
    private(set) var problem: RESPError.Problem?
    private(set) var offset: Int?

    init(_ values: [RESPValue]) {
        self.values = values
    }

    /// What the decoder finds in the pieces of a stream, one after the other.
    ///
    /// Every other piece is read into the buffer, as from a socket; the rest is copied.
    init(_ pieces: [[UInt8]], limits: RESPLimits = RESPLimits()) {
        var decoder = RESPDecoder(limits: limits)
        for (index, piece) in pieces.enumerated() {
            if index.isMultiple(of: 2) { decoder.append(piece.span) } else { decoder.read(piece) }
            do throws(RESPError) {
                while try decoder.next() { values.append(decoder.value) }
            } catch {
                problem = error.problem
                offset = error.offset
                return
            }
        }
    }
}

extension RESPDecoder {
    /// Takes bytes as a socket delivers them: into more room than they need.
    mutating func read(_ bytes: [UInt8]) {
        unsafe append(upTo: bytes.count + 7) { room in
            unsafe room.copyBytes(from: bytes)
            return bytes.count
        }
    }
}
