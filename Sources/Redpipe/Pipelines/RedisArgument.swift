public import RedpipeRESP

/// A value that can be an argument of a command: a key, a member, a number.
///
///     pipeline.set("greeting", "hello")
///     pipeline.set([0xff, 0x00], 42)
///
/// Arguments are bytes; they need not be UTF-8. A text is sent as its UTF-8 form, unnormalised.
public protocol RedisArgument {
    /// Appends the value as one bulk string, length and line ends included.
    func appendArgument(to command: inout [UInt8])
}

extension String: RedisArgument {
    public func appendArgument(to command: inout [UInt8]) {
        RESPEncoder.appendArgument(self, to: &command)
    }
}

extension Substring: RedisArgument {
    public func appendArgument(to command: inout [UInt8]) {
        RESPEncoder.appendArgument(String(self), to: &command)
    }
}

extension Array: RedisArgument where Element == UInt8 {
    public func appendArgument(to command: inout [UInt8]) {
        RESPEncoder.appendArgument(self, to: &command)
    }
}

extension Int: RedisArgument {
    public func appendArgument(to command: inout [UInt8]) {
        RESPEncoder.appendArgument(Int64(self), to: &command)
    }
}

extension Int64: RedisArgument {
    public func appendArgument(to command: inout [UInt8]) {
        RESPEncoder.appendArgument(self, to: &command)
    }
}

extension Double: RedisArgument {
    /// Appends the shortest decimal that reads back as the same number, `inf`, `-inf` or `nan`.
    public func appendArgument(to command: inout [UInt8]) {
        RESPEncoder.appendArgument(self, to: &command)
    }
}
