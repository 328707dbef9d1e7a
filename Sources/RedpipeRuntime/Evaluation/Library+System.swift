import Glibc
import RedpipeCommands
import RedpipeCompiler

extension Library {
    func ask(_ arguments: [Value]) throws(EvaluationError) -> Value {
        switch function {
        case .isError:
            if case .failure = arguments[0] { return .boolean(true) }
            return .boolean(false)
        case .slot: return .integer(Int64(HashSlot(key: try text(arguments[0])).rawValue))
        case .env: return try environment(arguments)
        case .now: return .integer(milliseconds / 1000)
        case .nowMilliseconds: return .integer(milliseconds)
        case .file: return try file(text(arguments[0]))
        default: return try randomHex(integer(arguments[0]))
        }
    }

    private func environment(_ arguments: [Value]) throws(EvaluationError) -> Value {
        let name = String(decoding: try text(arguments[0]), as: UTF8.self)
        if let value = unsafe getenv(name) {
            let length = unsafe strlen(value)
            return .string(
                (0..<length).map { unsafe UInt8(bitPattern: value[$0]) }
            )
        }
        guard arguments.count > 1 else {
            throw invalid("the environment has no `\(name)`")
        }
        return arguments[1]
    }

    /// All bytes of a file.
    private func file(_ path: [UInt8]) throws(EvaluationError) -> Value {
        let path = String(decoding: path, as: UTF8.self)
        do throws(InputFailure) {
            var reader = try InputReader(opening: path)
            defer { if reader.descriptor > 2 { close(reader.descriptor) } }
            while !reader.isAtEnd { try reader.fill() }
            return .string(Array(reader.storage[reader.received]))
        } catch {
            throw .raised(.unreadable(path, error.message, at: span))
        }
    }

    /// Since 1970.
    private var milliseconds: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    private func randomHex(_ byteCount: Int64) throws(EvaluationError) -> Value {
        guard (1...1_048_576).contains(byteCount) else {
            throw invalid("`random_hex` makes 1 to 1048576 bytes")
        }
        var generator = SystemRandomNumberGenerator()
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for _ in 0..<byteCount * 2 { text.append(digits[Int(generator.next() & 0xf)]) }
        return .text(text)
    }
}
