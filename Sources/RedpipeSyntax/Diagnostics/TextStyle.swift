/// The colours of a diagnostic, or none.
package struct TextStyle: Sendable {
    package let isColored: Bool

    package static let plain = TextStyle(isColored: false)
    package static let colored = TextStyle(isColored: true)

    enum Role: String {
        case error = "1;31"
        case warning = "1;33"
        case gutter = "1;34"
        case strong = "1"
    }

    func paint(_ text: String, as role: Role) -> String {
        isColored ? "\u{1b}[\(role.rawValue)m\(text)\u{1b}[0m" : text
    }
}
