/// How many cells of a terminal a scalar takes: 0, 1 or 2.
///
/// Wide are the East Asian blocks and emoji, none are combining marks and joiners; the ranges follow
/// Unicode's EastAsianWidth.txt (W and F), coarsely: a caret one cell off is no harm.
func cellCount(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
        0xa000...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
        0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
        return 2
    default: return 1
    }
}

extension String {
    /// How many cells of a terminal it takes.
    package var cellCount: Int {
        unicodeScalars.reduce(0) { $0 + RedpipeSyntax.cellCount(of: $1) }
    }
}
