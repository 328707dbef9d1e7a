/// How the keys of a keyspace are spelled: a text with one `*` for the id.
///
///     let template = try KeyTemplate("F{*}")
///     try template.key(for: "1")   // F{1}
///     template.id(of: "F{1}")      // 1
///
/// Braces around the hole make the id the hash tag of the key.
public struct KeyTemplate: Hashable, Sendable {
    /// What stands before the id.
    public let prefix: [UInt8]
    /// What stands behind the id.
    public let suffix: [UInt8]

    private static let hole = UInt8(ascii: "*")

    /// The template that a text spells.
    ///
    /// - Throws: ``KeyTemplateError/holeCount(_:)`` unless it holds exactly one `*`.
    public init(_ text: [UInt8]) throws(KeyTemplateError) {
        let count = text.count { $0 == Self.hole }
        guard count == 1, let place = text.firstIndex(of: Self.hole) else {
            throw .holeCount(count)
        }
        prefix = Array(text[..<place])
        suffix = Array(text[(place + 1)...])
    }

    /// The template that a text spells.
    ///
    /// - Throws: ``KeyTemplateError/holeCount(_:)`` unless it holds exactly one `*`.
    public init(_ text: String) throws(KeyTemplateError) {
        try self.init(Array(text.utf8))
    }
}

extension KeyTemplate {
    /// Whether the id alone is hashed by a cluster: the first `{` and the first `}` enclose it.
    public var makesHashTag: Bool {
        prefix.contains(UInt8(ascii: "{")) && suffix.contains(UInt8(ascii: "}"))
            && !prefix.contains(UInt8(ascii: "}"))
    }

    /// The key of an id.
    ///
    /// - Throws: ``KeyTemplateError`` for an empty id, and for a `}` in one that is a hash tag.
    public func key(for id: [UInt8]) throws(KeyTemplateError) -> [UInt8] {
        guard !id.isEmpty else { throw .emptyID }
        guard !makesHashTag || !id.contains(UInt8(ascii: "}")) else { throw .closingBrace(id) }
        return prefix + id + suffix
    }

    /// The id of a key; `nil` if no id has that key.
    public func id(of key: [UInt8]) -> [UInt8]? {
        guard key.count > prefix.count + suffix.count, key.starts(with: prefix),
            key.suffix(suffix.count).elementsEqual(suffix)
        else { return nil }
        let id = Array(key[prefix.count..<key.count - suffix.count])
        return makesHashTag && id.contains(UInt8(ascii: "}")) ? nil : id
    }

    /// The glob pattern that matches all its keys, as SCAN takes it.
    public var pattern: [UInt8] {
        Self.escaped(prefix) + [Self.hole] + Self.escaped(suffix)
    }

    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte in
            "*?[]\\".utf8.contains(byte) ? [UInt8(ascii: "\\"), byte] : [byte]
        }
    }
}

extension KeyTemplate: CustomStringConvertible {
    /// The text that it was made of.
    public var description: String {
        String(decoding: prefix + [Self.hole] + suffix, as: UTF8.self)
    }
}
