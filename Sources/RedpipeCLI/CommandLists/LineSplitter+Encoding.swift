extension LineSplitter {
    /// Appends the words of the last line as a command.
    ///
    /// It writes into memory that was reserved for the whole command: with a check for room at each
    /// piece, encoding took twice as long as splitting.
    ///
    /// - Parameters:
    ///   - bytes: What the line was split in.
    ///   - first: The word to begin with.
    ///   - buffer: Gets the command behind what it holds.
    /// - Throws: ``LineError`` for a word that no server takes.
    func encode(
        _ bytes: [UInt8],
        from first: Int,
        to buffer: inout [UInt8]
    ) throws(LineError) {
        let capacity = try encodedByteCountLimit(from: first)
        let bytes = bytes.span
        buffer.append(addingCapacity: capacity) { output in
            output.appendHeader(UInt8(ascii: "*"), words.count - first)
            for index in first..<words.count {
                let word = words[index]
                output.appendHeader(UInt8(ascii: "$"), word.count)
                output.append(bytes.extracting(word))
                output.append(UInt8(ascii: "\r"))
                output.append(UInt8(ascii: "\n"))
            }
        }
    }

    /// What the command has at most.
    private func encodedByteCountLimit(from first: Int) throws(LineError) -> Int {
        // A type byte, a length and two line ends.
        let overhead = 1 + 20 + 4
        var limit = overhead
        for index in first..<words.count {
            let count = words[index].count
            guard count <= RESPCommandScanner.lengthLimit else {
                throw LineError(problem: .argumentTooLong(count), column: 1)
            }
            limit += count + overhead
        }
        return limit
    }
}

extension OutputSpan where Element == UInt8 {
    /// Appends a type byte, a length and a line end.
    fileprivate mutating func appendHeader(_ type: UInt8, _ length: Int) {
        append(type)
        appendDecimal(length)
        append(UInt8(ascii: "\r"))
        append(UInt8(ascii: "\n"))
    }

    private mutating func appendDecimal(_ number: Int) {
        if number >= 10 { appendDecimal(number / 10) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    fileprivate mutating func append(_ bytes: Span<UInt8>) {
        unsafe withUnsafeMutableBufferPointer { buffer, count in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                let room = unsafe buffer[count...]
                count += unsafe UnsafeMutableBufferPointer(rebasing: room)
                    .update(fromContentsOf: bytes)
            }
        }
    }
}
