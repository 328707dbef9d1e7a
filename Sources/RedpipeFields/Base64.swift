/// Bytes as base64 with padding.
///
///     base64([0x00, 0xff])  // "AP8="
///
/// Reference: https://www.rfc-editor.org/rfc/rfc4648#section-4
package func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let padded = Array(group) + [0, 0]
        let bits = UInt32(padded[0]) << 16 | UInt32(padded[1]) << 8 | UInt32(padded[2])
        for index in 0..<4 {
            let digit = alphabet[Int(bits >> UInt32(18 - 6 * index) & 0x3f)]
            text.append(index <= group.count ? digit : UInt8(ascii: "="))
        }
    }
    return String(decoding: text, as: UTF8.self)
}
