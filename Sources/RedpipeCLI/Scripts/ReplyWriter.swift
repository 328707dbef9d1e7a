import RedpipeRESP

struct ReplyWriter {
    func line(of value: RESPValue) -> [UInt8] {
        switch value {
        case .simpleString(let b), .bulkString(let b), .error(let b): b
        case .integer(let n): Array(String(n).utf8)
        case .array(let a), .set(let a): Array(a.map { line(of: $0) }.joined(separator: [10]))
        case .map(let m): Array(m.map { line(of: $0.key) + [32] + line(of: $0.value) }.joined(separator: [10]))
        case .double(let d): Array("\(d)".utf8)
        default: []
        }
    }
    func harmless(_ t: [UInt8]) -> [UInt8] { t }
    func string(_ b: [UInt8]) -> [UInt8] { Array("\"".utf8) + b + Array("\"".utf8) }
    func list(_ b: [[UInt8]]) -> [UInt8] { Array("[".utf8) + b.map { string($0) }.joined(separator: [44]) + Array("]".utf8) }
}
