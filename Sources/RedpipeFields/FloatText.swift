/// A float as text: Python's `repr` without a trailing `.0`.
///
///     floatText(2)      // "2"
///     floatText(0.1)    // "0.1"
///     floatText(1e16)   // "1e+16"
///
/// Both languages print the shortest digits that read back as the same number; they differ in where
/// the exponent starts: in Python below 1e-4 and from 1e16.
package func floatText(_ number: Double) -> String {
    if number.isNaN { return "nan" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    if number == 0 { return number.sign == .minus ? "-0" : "0" }
    let (digits, exponent) = shortestDigits(of: number.magnitude)
    return (number < 0 ? "-" : "") + layOut(digits, exponent: exponent)
}

/// The significant digits and the power of ten of the first one.
private func shortestDigits(of magnitude: Double) -> (digits: [Character], exponent: Int) {
    let parts = magnitude.description.lowercased().split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = Array(mantissa[0])
    var digits = whole + (mantissa.count > 1 ? Array(mantissa[1]) : [])
    exponent += whole.count - 1
    while digits.first == "0", digits.count > 1 {
        digits.removeFirst()
        exponent -= 1
    }
    while digits.last == "0", digits.count > 1 { digits.removeLast() }
    return (digits, exponent)
}

private func layOut(_ digits: [Character], exponent: Int) -> String {
    guard (-4..<16).contains(exponent) else {
        let fraction = digits.count > 1 ? "." + String(digits.dropFirst()) : ""
        let magnitude = String(exponent.magnitude)
        let padded = magnitude.count < 2 ? "0" + magnitude : magnitude
        return String(digits[0]) + fraction + "e" + (exponent < 0 ? "-" : "+") + padded
    }
    if exponent < 0 {
        return "0." + String(repeating: "0", count: -exponent - 1) + String(digits)
    }
    guard digits.count > exponent + 1 else {
        return String(digits) + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return String(digits[...exponent]) + "." + String(digits[(exponent + 1)...])
}
