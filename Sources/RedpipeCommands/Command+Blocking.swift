extension Command {
    /// How long the command may block by its own arguments, outside a transaction.
    ///
    ///     BLPOP k 1.5    // .milliseconds(1500)
    ///     XREAD BLOCK 0 STREAMS s $  // .forever
    ///
    /// - Parameter words: The whole command, its name first.
    /// - Returns: `nil` if the command does not block, or will be refused for its timeout.
    public func blockingTimeout(in words: [[UInt8]]) -> BlockingTimeout? {
        guard flags.contains(.blocking) else { return nil }
        switch name {
        case "blpop", "brpop", "brpoplpush", "blmove", "bzpopmin", "bzpopmax":
            return Self.seconds(words.last)
        case "blmpop", "bzmpop":
            return Self.seconds(words.dropFirst().first)
        case "xread", "xreadgroup":
            return Self.milliseconds(Self.value(ofOption: "block", before: "streams", in: words))
        case "wait":
            return Self.milliseconds(words.dropFirst(2).first)
        case "waitaof":
            return Self.milliseconds(words.dropFirst(3).first)
        default:
            return nil
        }
    }

    /// The word behind an option, which must stand before another word.
    private static func value(
        ofOption option: StaticString,
        before end: StaticString,
        in words: [[UInt8]]
    ) -> [UInt8]? {
        let options = words.prefix { !ASCII.matches($0, end) }
        guard let place = options.lastIndex(where: { ASCII.matches($0, option) }) else {
            return nil
        }
        return options.dropFirst(place + 1).first
    }

    private static func milliseconds(_ word: [UInt8]?) -> BlockingTimeout? {
        guard let word, let value = ASCII.integer(word), value >= 0 else { return nil }
        return value == 0 ? .forever : .milliseconds(value)
    }

    /// Seconds with a fraction; the servers round up to the next millisecond.
    private static func seconds(_ word: [UInt8]?) -> BlockingTimeout? {
        guard let word, let value = Double(String(decoding: word, as: UTF8.self)),
            case let exact = value * 1000, (0..<0x1p63).contains(exact)
        else { return nil }
        // Not `rounded(.up)`, which would need the mathematics library of the system.
        let whole = Int64(exact)
        let milliseconds = Double(whole) < exact ? whole + 1 : whole
        return milliseconds == 0 ? .forever : .milliseconds(milliseconds)
    }
}
