package import RedpipeRESP

extension Value {
    /// The value in the shapes of RESP3, for printers of replies.
    package var reply: RESPValue {
        switch self {
        case .null: .null
        case .boolean(let flag): .boolean(flag)
        case .integer(let number): .integer(number)
        case .float(let number): .double(number)
        case .text(let bytes), .bytes(let bytes): .bulkString(bytes)
        case .list(let items): .array(items.map(\.reply))
        case .range(let range): .array((range.items ?? []).map(\.reply))
        case .map(let map):
            .map(map.map { RESPPair(key: $0.key.value.reply, value: $0.value.reply) })
        case .failure(let error): .error(error.reply)
        case .stream(let stream): .bulkString(Array(stream.name.utf8))
        case .deferred(let deferred):
            switch deferred.reading {
            case .known(let value): value.reply
            case .failed(let error): .error(error.reply)
            case .pending: .null
            }
        }
    }
}

extension ScriptError {
    /// As a server would send it: the code, then the words.
    fileprivate var reply: [UInt8] {
        Array((message.hasPrefix(code) ? message : code + " " + message).utf8)
    }
}
