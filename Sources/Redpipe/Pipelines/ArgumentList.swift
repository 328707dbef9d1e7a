import RedpipeRESP

/// The arguments of one command, under construction; reused for the next one.
///
///     list.removeAll()
///     list.append("GET".utf8)
///     list.beginArgument()
///     list.appendToLast([0x6b])     // parts of one argument
///     pipeline.enqueue(list, into: slot, onLane: lane)
///
/// All bytes lie in one buffer, so that building a command allocates nothing in the steady state.
package struct ArgumentList {
    /// The arguments, one directly behind the other.
    package private(set) var bytes: [UInt8] = []
    /// Where each argument ends in ``bytes``.
    package private(set) var ends: [Int] = []

    /// A list without arguments.
    package init() {}

    /// The number of arguments, the command's name included.
    package var count: Int { ends.count }

    /// Starts an argument that is empty for now.
    package mutating func beginArgument() {
        ends.append(bytes.count)
    }

    /// Appends to the argument that was started last; there must be one.
    package mutating func appendToLast(_ part: [UInt8]) {
        bytes += part
        ends[ends.count - 1] = bytes.count
    }

    /// Appends a number in decimal to the argument that was started last; there must be one.
    package mutating func appendToLast(_ number: Int64) {
        RESPEncoder.appendDecimal(number, to: &bytes)
        ends[ends.count - 1] = bytes.count
    }

    // Not generic: other modules would call it without knowing the type, at ten times the cost.

    /// Appends a whole argument.
    package mutating func append(_ argument: [UInt8]) {
        bytes += argument
        ends.append(bytes.count)
    }

    /// Appends a whole argument.
    package mutating func append(_ argument: String.UTF8View) {
        bytes += argument
        ends.append(bytes.count)
    }

    /// Appends a value of any kind as a whole argument.
    package mutating func append(value: some RedisArgument) {
        value.append(to: &bytes)
        ends.append(bytes.count)
    }

    /// Appends two values as arguments.
    mutating func append(value first: some RedisArgument, _ second: some RedisArgument) {
        append(value: first)
        append(value: second)
    }

    /// Appends values as arguments.
    mutating func append(values: [some RedisArgument]) {
        for value in values { append(value: value) }
    }

    /// Forgets the arguments and keeps their memory.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Where an argument lies in ``bytes``.
    package func range(at index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// The arguments, each as an array of its own.
    package var words: [[UInt8]] {
        ends.indices.map { Array(bytes[range(at: $0)]) }
    }
}
