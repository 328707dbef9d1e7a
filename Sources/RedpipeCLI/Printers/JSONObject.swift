/// A JSON object under construction, of members that are JSON already.
struct JSONObject {
    private var members: [UInt8] = []

    init() {}

    init(line: Int) {
        add("line", Array(String(line).utf8))
    }

    mutating func add(_ name: StaticString, _ value: [UInt8]) {
        if !members.isEmpty { members.append(UInt8(ascii: ",")) }
        members += "\"\(name)\":".utf8
        members += value
    }

    var text: [UInt8] { Array("{".utf8) + members + Array("}".utf8) }
}
