import RedpipeCompiler
import RedpipeFields
import RedpipeSyntax

extension Library {
    func convert(_ arguments: [Value]) throws(EvaluationError) -> Value {
        let value = arguments[0]
        switch function {
        case .int: return .integer(try int(value))
        case .float: return .float(try float(value))
        case .text: return .string(try value.shown(at: span))
        case .bool: return .boolean(try bool(value))
        case .bytes: return .bytes(try text(value))
        case .hex: return .text(hex(try text(value)))
        case .base64: return .text(base64(try text(value)))
        case .json: return .text(try value.json(escaped: true, at: span))
        case .parseJSON: return try parse(text(value))
        case .abs: return try absolute(value)
        default: return try rounded(value, digits: arguments.count > 1 ? integer(arguments[1]) : 0)
        }
    }

    private func int(_ value: Value) throws(EvaluationError) -> Int64 {
        switch value {
        case .integer(let number): return number
        case .boolean(let flag): return flag ? 1 : 0
        case .float(let number):
            guard let integer = Int64(exactly: number.rounded(.towardZero)) else {
                throw .raised(.overflow("int", at: span))
            }
            return integer
        case .text(let bytes), .bytes(let bytes):
            guard let integer = Int64(String(decoding: bytes, as: UTF8.self)) else {
                throw isDecimal(bytes) ? tooLarge(bytes) : unreadable(bytes, "an int")
            }
            return integer
        default: break
        }
        throw wrong(value, "a number, a text that is one, or a bool")
    }

    private func float(_ value: Value) throws(EvaluationError) -> Double {
        if let number = value.number { return number }
        let bytes = try text(value)
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.lowercased().hasPrefix("0x"), let number = Double(text) else {
            throw unreadable(bytes, "a float")
        }
        return number
    }

    private func bool(_ value: Value) throws(EvaluationError) -> Bool {
        switch value {
        case .boolean(let flag): return flag
        case .integer(let number) where number == 0 || number == 1: return number == 1
        case .text(let bytes), .bytes(let bytes):
            switch String(decoding: bytes, as: UTF8.self) {
            case "1", "true": return true
            case "", "0", "false": return false
            default: throw unreadable(bytes, "a bool")
            }
        case .null: return false
        default: throw wrong(value, "a bool, 1 or 0, or a text that is one")
        }
    }

    private func isDecimal(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.first == 0x2b || bytes.first == 0x2d ? bytes.dropFirst() : bytes[...]
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    private func tooLarge(_ bytes: [UInt8]) -> EvaluationError {
        .raised(Diagnostic("E0603", "\(excerpt(of: bytes)) does not fit into 64 bits", at: span))
    }

    private func unreadable(_ bytes: [UInt8], _ what: String) -> EvaluationError {
        invalid("\(excerpt(of: bytes)) is not \(what)")
    }

    private func excerpt(of bytes: [UInt8]) -> String {
        guard !bytes.isEmpty else { return "an empty text" }
        let text = String(decoding: bytes.prefix(40), as: UTF8.self)
        return "`\(text)\(bytes.count > 40 ? "…" : "")`"
    }

    private func parse(_ bytes: [UInt8]) throws(EvaluationError) -> Value {
        do throws(JSONReader.Malformed) {
            return Value(try JSONReader.read(bytes))
        } catch {
            throw invalid("this is no JSON: \(error.message) at byte \(error.offset)")
        }
    }

    private func absolute(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .float(let number): return .float(number.magnitude)
        case .integer(let number):
            guard number != .min else { throw .raised(.overflow("abs", at: span)) }
            return .integer(number < 0 ? -number : number)
        default: throw wrong(value, "a number")
        }
    }

    /// To the nearest, halves to even, as Python does.
    private func rounded(_ value: Value, digits: Int64) throws(EvaluationError) -> Value {
        guard digits >= 0 else { throw invalid("`round` takes 0 or more digits") }
        guard value.number != nil else { throw wrong(value, "a number") }
        guard case .float(let number) = value else { return value }
        guard digits > 0 else {
            guard let whole = Int64(exactly: number.rounded(.toNearestOrEven)) else {
                throw .raised(.overflow("round", at: span))
            }
            return .integer(whole)
        }
        return .float(number.rounded(toDigits: Int(Swift.min(digits, 22))))
    }

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            String(byte >> 4, radix: 16) + String(byte & 0xf, radix: 16)
        }.joined()
    }
}

extension Double {
    /// The nearest number of so many decimal digits; powers of ten are exact up to 22.
    ///
    /// A product that looks like a tie may be none: `2.675 * 100` is `267.5` only because it was
    /// rounded. What the rounding took away decides.
    fileprivate func rounded(toDigits digits: Int) -> Double {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let product = self * scale
        guard product.magnitude < 0x1p52 else { return self }
        let rest = (-product).addingProduct(self, scale)
        let isTie = (product - product.rounded(.down)) == 0.5
        let rule: FloatingPointRoundingRule =
            !isTie || rest == 0 ? .toNearestOrEven : rest < 0 ? .down : .up
        return product.rounded(rule) / scale
    }
}
