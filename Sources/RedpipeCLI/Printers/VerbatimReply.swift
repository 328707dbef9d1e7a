/// The commands whose reply is a text for people: redis-cli shows it as it is, in every format.
///
/// Such a reply is written by `RawPrinter.verbatim`, also in the human format and in CSV; JSON has
/// a string for it, because a text would not be valid.
package enum VerbatimReply {
    /// Whether the reply to a command is such a text.
    ///
    /// - Parameter arguments: The command as it is sent, its name first.
    /// - Returns: False for a command that redis-cli does not know as one of these.
    package static func isOwed(
        to arguments: some RandomAccessCollection<some Collection<UInt8>>
    ) -> Bool {
        guard let name = arguments.first else { return false }
        // Almost every command ends here, after one byte of its name.
        guard let first = name.first, "cdilmp".utf8.contains(first | 0x20) else { return false }
        let subcommand = arguments.dropFirst().first
        return commands.contains { command in
            guard equal(name, command.name), command.counts.contains(arguments.count) else {
                return false
            }
            guard let wanted = command.subcommand else { return true }
            return subcommand.map { equal($0, wanted) } ?? false
        }
    }

    private struct Command {
        let name: StaticString
        let subcommand: StaticString?
        /// How many arguments it may have, with its name.
        let counts: ClosedRange<Int>

        init(
            _ name: StaticString,
            _ subcommand: StaticString? = nil,
            counts: ClosedRange<Int> = 1...Int.max
        ) {
            self.name = name
            self.subcommand = subcommand
            self.counts = counts
        }
    }

    private static let commands = [
        Command("info"),
        Command("lolwut"),
        Command("debug", "htstats"),
        Command("debug", "htstats-key"),
        Command("debug", "client-eviction"),
        Command("memory", "malloc-stats"),
        Command("memory", "doctor"),
        Command("cluster", "nodes", counts: 2...2),
        Command("cluster", "info", counts: 2...2),
        Command("client", "list"),
        Command("client", "info"),
        Command("latency", "graph", counts: 3...3),
        Command("latency", "doctor", counts: 2...2),
        Command("proxy", "info"),
    ]

    /// Whether a word is a name, in capitals or not.
    private static func equal(_ word: some Collection<UInt8>, _ name: StaticString) -> Bool {
        guard word.count == name.utf8CodeUnitCount else { return false }
        return word.enumerated().allSatisfy { offset, byte in
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            return unsafe (isCapital ? byte | 0x20 : byte) == name.utf8Start[offset]
        }
    }
}
