/// One element of a decoded reply.
///
/// The elements of a reply stand in preorder, a parent before its children:
///
///     *2 $1 a :7    // array(count: 2), bulkString("a"), integer("7")
///
/// An attribute stands before the value that it belongs to, and is not counted by their parent.
public struct RESPNode: Hashable, Sendable {
    /// What it is.
    public let type: RESPType
    /// Where its payload starts in the bytes of the reply; of an aggregate, where its header ends.
    public var offset: Int
    /// The bytes of a scalar's payload, or the child values that follow an aggregate.
    ///
    /// A map and an attribute count two children for each pair. The payload of a verbatim string
    /// is its text; the three bytes of its format end one byte before it.
    public var count: Int

    /// An element with its payload at `offset`.
    public init(_ type: RESPType, offset: Int, count: Int) {
        self.type = type
        self.offset = offset
        self.count = count
    }
}

extension RESPNode {
    /// Where the payload of a scalar lies in the bytes of the reply; empty for an aggregate.
    public var payload: Range<Int> {
        offset..<(type.isAggregate ? offset : offset + count)
    }

    /// Where the format of a verbatim string lies in the bytes of the reply: `txt` in `txt:words`.
    public var verbatimFormat: Range<Int> { offset - 4..<offset - 1 }

    /// How many values follow that belong to it: its children and, for an attribute, its value.
    public var followingValueCount: Int {
        switch type {
        case .attribute: count + 1
        case _ where type.isAggregate: count
        default: 0
        }
    }
}

extension Span where Element == RESPNode {
    /// The position after the value that starts at `index`, with all that it holds.
    ///
    /// - Parameter index: The position of any value in nodes that make whole values.
    /// - Returns: At most `count`.
    public func endOfValue(at index: Int) -> Int {
        var position = index
        var outstanding = 1
        while outstanding > 0, position < count {
            outstanding += self[position].followingValueCount - 1
            position += 1
        }
        return position
    }

    /// The position of the value that the attribute at `index` belongs to.
    public func valueOfAttribute(at index: Int) -> Int {
        var position = index + 1
        for _ in 0..<self[index].count { position = endOfValue(at: position) }
        return position
    }
}
