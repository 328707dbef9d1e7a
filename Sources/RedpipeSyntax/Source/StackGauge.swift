/// How much of the stack is in use since a place in the program.
///
/// What a script nests without bound, calls of functions above all, is walked recursively: a stack
/// overflow would be a crash, so the walk looks here and reports an error instead.
package struct StackGauge: Sendable {
    private let start: UInt

    /// Measures from here.
    package init() {
        start = Self.position
    }

    /// In bytes; the stack grows downwards.
    package var byteCount: Int {
        Int(clamping: start &- min(start, Self.position))
    }

    private static var position: UInt {
        var here: UInt8 = 0
        return unsafe withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    }
}
