import RedpipeRuntime

extension CommandSource {
    /// Takes the next command of a list that is RESP.
    mutating func nextCommand() -> ListItem {
        while true {
            skipBlankLines()
            let start = reader.received.lowerBound
            guard !reader.received.isEmpty else { return reader.isAtEnd ? .end : .starved }
            do throws(RESPCommandScanner.Failure) {
                guard try scanner.scan(reader.storage, reader.received) else {
                    return reader.isAtEnd ? cutOff : .starved
                }
            } catch {
                return broken(error)
            }
            let command = start..<start + scanner.position
            reader.consume(scanner.position)
            if let item = scannedItem(at: start) {
                encoded += reader.storage[command]
                return item
            }
        }
    }

    /// The command that was scanned; `nil` if it has no arguments, which a server does not answer.
    private mutating func scannedItem(at start: Int) -> ListItem? {
        let words = scanner.words
        scanner.begin()
        guard let first = words.first else { return nil }
        line += 1
        var command = ListedCommand(line: line)
        let name = start + first.lowerBound..<start + first.upperBound
        let isSpecial = CommandRole.mayBeSpecial(reader.storage.span.extracting(name))
        if isSpecial || keepsWords {
            currentWords = words.map { word in
                Array(reader.storage[start + word.lowerBound..<start + word.upperBound])
            }
        }
        if isSpecial { command.role = CommandRole(of: currentWords) }
        return .command(command)
    }

    /// A server takes no notice of line ends between commands.
    private mutating func skipBlankLines() {
        guard scanner.position == 0 else { return }
        while let byte = reader.storage[reader.received].first, byte == 0x0a || byte == 0x0d {
            reader.consume(1)
        }
    }

    private var cutOff: ListItem {
        mutating get {
            isOver = true
            let message = "the input ends within this command, which was not sent"
            return .notice(ListNotice(message: message, line: line + 1))
        }
    }

    /// What follows cannot be told apart any more.
    private mutating func broken(_ failure: RESPCommandScanner.Failure) -> ListItem {
        isOver = true
        let offset = reader.consumedByteCount + failure.offset
        let message =
            "byte \(offset): expected \(failure.expected.rawValue); "
            + "neither this nor any later command was sent"
        return .notice(ListNotice(message: message, line: line + 1))
    }
}
