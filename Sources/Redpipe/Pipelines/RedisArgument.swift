import RedpipeRESP

/// A value that can be an argument of a command: a key, a member, a number.
///
///     pipeline.set("greeting", "hello")
///     pipeline.set([0xff, 0x00], 42)
///
/// Arguments are bytes; they need not be UTF-8. A text is sent as its UTF-8 form, unnormalised.
public protocol RedisArgument {
    /// Appends the value's bytes.
    func append(to argument: inout [UInt8])
}

extension String: RedisArgument {
    public func append(to argument: inout [UInt8]) {
        argument += utf8
    }
}

extension Substring: RedisArgument {
    public func append(to argument: inout [UInt8]) {
        argument += utf8
    }
}

extension Array: RedisArgument where Element == UInt8 {
    public func append(to argument: inout [UInt8]) {
        argument += self
    }
}

extension Int: RedisArgument {
    public func append(to argument: inout [UInt8]) {
        RESPEncoder.appendDecimal(Int64(self), to: &argument)
    }
}

extension Int64: RedisArgument {
    public func append(to argument: inout [UInt8]) {
        RESPEncoder.appendDecimal(self, to: &argument)
    }
}

extension Double: RedisArgument {
    /// Appends the shortest decimal that reads back as the same number, `inf`, `-inf` or `nan`.
    public func append(to argument: inout [UInt8]) {
        argument += RESPEncoder.text(of: self).utf8
    }
}
