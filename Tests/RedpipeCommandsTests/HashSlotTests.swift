import RedpipeCommands
import Testing

struct HashSlotTests {
    /// The first is the check value of the specification; 16384 divides none of the 65536 sums.
    @Test(arguments: [
        ("123456789", 0x31C3), ("", 0), ("foo", 12182), ("bar", 5061), ("user1000", 3443),
        ("{user1000}.following", 3443), ("{user1000}.followers", 3443),
    ])
    func `a key hashes to the slot that servers say`(key: String, slot: Int) {
        #expect(HashSlot(key: Array(key.utf8)).rawValue == UInt16(slot))
    }

    @Test(arguments: [
        ("{user1000}.following", "user1000"), ("foo{}{bar}", "foo{}{bar}"),
        ("foo{{bar}}zap", "{bar"), ("foo{bar}{zap}", "bar"), ("foo", "foo"), ("", ""),
        ("{", "{"), ("}", "}"), ("{}", "{}"), ("}{", "}{"), ("a}{b}", "b"), ("{a", "{a"),
        ("a{b", "a{b"), ("{a}", "a"), ("{{}}", "{"),
    ])
    func `the hash tag is what the specification says`(key: String, tag: String) {
        let key = Array(key.utf8)
        #expect(key[HashSlot.hashTag(of: key)].elementsEqual(tag.utf8))
        #expect(HashSlot(key: key) == HashSlot(key: Array(tag.utf8)))
    }

    @Test func `a slot has one of 16384 numbers`() {
        #expect(HashSlot(0)?.rawValue == 0)
        #expect(HashSlot(16383)?.rawValue == 16383)
        #expect(HashSlot(16384) == nil)
        #expect(HashSlot(-1) == nil)
    }

    @Test func `a span hashes as its array does`() {
        let key: [UInt8] = [0, 0xFF, 0x7B, 0x80, 0x7D]
        let span = key.span
        #expect(HashSlot(key: span) == HashSlot(key: key))
    }
}
