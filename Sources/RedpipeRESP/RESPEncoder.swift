/// Writes commands in the form that servers read: an array of bulk strings.
///
///     var bytes: [UInt8] = []
///     RESPEncoder.appendHeader(argumentCount: 2, to: &bytes)
///     RESPEncoder.appendArgument("GET", to: &bytes)
///     RESPEncoder.appendArgument(key, to: &bytes)  // *2 $3 GET $4 name
///
/// Everything goes to the end of the buffer that it is given; nothing else is allocated.
///
/// Reference: https://redis.io/docs/latest/develop/reference/protocol-spec/#sending-commands-to-a-redis-server
public enum RESPEncoder {
    /// Appends a whole command, its name first.
    public static func appendCommand(
        _ arguments: some Collection<[UInt8]>,
        to buffer: inout [UInt8]
    ) {
        appendHeader(argumentCount: arguments.count, to: &buffer)
        for argument in arguments { appendArgument(argument, to: &buffer) }
    }

    /// Appends the start of a command; that many arguments must follow, its name being the first.
    public static func appendHeader(argumentCount: Int, to buffer: inout [UInt8]) {
        appendHeader(.array, argumentCount, to: &buffer)
    }

    /// Appends one argument.
    public static func appendArgument(_ bytes: [UInt8], to buffer: inout [UInt8]) {
        appendArgument(bytes.span, to: &buffer)
    }

    /// Appends one argument.
    public static func appendArgument(_ bytes: Span<UInt8>, to buffer: inout [UInt8]) {
        appendHeader(.bulkString, bytes.count, to: &buffer)
        append(bytes, to: &buffer)
        appendLineEnd(to: &buffer)
    }

    /// Appends the UTF-8 form of a text as one argument.
    public static func appendArgument(_ text: String, to buffer: inout [UInt8]) {
        let bytes = text.utf8
        appendHeader(.bulkString, bytes.count, to: &buffer)
        buffer += bytes
        appendLineEnd(to: &buffer)
    }

    /// Appends a number in decimal as one argument.
    public static func appendArgument(_ number: Int64, to buffer: inout [UInt8]) {
        appendHeader(.bulkString, decimalByteCount(number), to: &buffer)
        appendDecimal(number, to: &buffer)
        appendLineEnd(to: &buffer)
    }

    /// Appends the shortest decimal that reads back as `number` as one argument.
    public static func appendArgument(_ number: Double, to buffer: inout [UInt8]) {
        appendArgument(text(of: number), to: &buffer)
    }
}

extension RESPEncoder {
    /// Appends a type byte, a length and the line's end.
    static func appendHeader(_ type: RESPType, _ length: Int, to buffer: inout [UInt8]) {
        // One check for room in place of one a byte: half of the cost of a short command.
        buffer.append(addingCapacity: 3 + decimalByteCountLimit) { line in
            line.append(type.rawValue)
            appendDecimal(Int64(length), to: &line)
            line.append(UInt8(ascii: "\r"))
            line.append(UInt8(ascii: "\n"))
        }
    }

    static func appendLineEnd(to buffer: inout [UInt8]) {
        buffer.append(UInt8(ascii: "\r"))
        buffer.append(UInt8(ascii: "\n"))
    }

    package static func append(_ bytes: Span<UInt8>, to buffer: inout [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { bytes in unsafe buffer.append(contentsOf: bytes) }
    }
}
