import Testing

@testable import Redpipe

@Suite struct CommandLedgerTests {
    private let sizes = [14, 3, 200, 1]

    @Test(arguments: 0...218)
    func `a command is sent when its last byte was accepted`(byteCount: Int) {
        var ledger = CommandLedger()
        for size in sizes { ledger.queue(byteCount: size) }
        ledger.accept(byteCount: byteCount)
        let ends = [14, 17, 217, 218]
        #expect(ledger.sentCount == ends.count { $0 <= byteCount })
        #expect(ledger.isInsideCommand == !([0] + ends).contains(byteCount))
        #expect(ledger.unsentByteCount == 218 - byteCount)
    }

    @Test func `a reply without a command is noticed`() {
        var ledger = CommandLedger()
        expectAnswer(false, &ledger)
        ledger.queue(byteCount: 10)
        expectAnswer(false, &ledger)
        ledger.accept(byteCount: 9)
        expectAnswer(false, &ledger)
        ledger.accept(byteCount: 1)
        expectAnswer(true, &ledger)
        expectAnswer(false, &ledger)
    }

    @Test func `the window ends at a command's end and lets a cut command finish`() {
        var ledger = CommandLedger()
        for size in sizes { ledger.queue(byteCount: size) }
        #expect(ledger.sendableByteCount(outstandingLimit: 2) == 17)
        ledger.accept(byteCount: 15)
        #expect(ledger.sendableByteCount(outstandingLimit: 2) == 2)
        #expect(ledger.sendableByteCount(outstandingLimit: 1) == 2)
        ledger.accept(byteCount: 2)
        #expect(ledger.sendableByteCount(outstandingLimit: 2) == 0)
        expectAnswer(true, &ledger)
        #expect(ledger.sendableByteCount(outstandingLimit: 2) == 200)
        #expect(ledger.sendableByteCount(outstandingLimit: 100) == 201)
    }

    @Test func `commands without a reply are passed`() {
        var ledger = CommandLedger()
        for hasReply in [true, false, false, true, false] {
            ledger.queue(byteCount: 10, hasReply: hasReply)
        }
        ledger.accept(byteCount: 40)
        #expect(ledger.answeredCount == 0)
        expectAnswer(true, &ledger)
        #expect(ledger.answeredCount == 3)
        expectAnswer(true, &ledger)
        #expect(ledger.answeredCount == 4)
        expectAnswer(false, &ledger)
        ledger.accept(byteCount: 10)
        #expect(ledger.answeredCount == 5)
    }

    @Test func `commands without a reply are confirmed by a later one`() {
        var ledger = CommandLedger()
        for hasReply in [false, true, false, false, true] {
            ledger.queue(byteCount: 10, hasReply: hasReply)
        }
        ledger.accept(byteCount: 40)
        #expect(ledger.confirmedCount == 0)
        expectAnswer(true, &ledger)
        #expect(ledger.confirmedCount == 2)
        #expect(ledger.answeredCount == 4)
        #expect(ledger.outstandingCount == 0)
        ledger.accept(byteCount: 10)
        expectAnswer(true, &ledger)
        #expect(ledger.confirmedCount == 5)
    }

    @Test func `a blocking command without a reply keeps the next reply waiting`() {
        var ledger = CommandLedger()
        ledger.queue(byteCount: 10, blocking: .forever, hasReply: false)
        ledger.queue(byteCount: 10)
        ledger.queue(byteCount: 10)
        ledger.accept(byteCount: 30)
        #expect(ledger.nextBlocking == .forever)
        expectAnswer(true, &ledger)
        #expect(ledger.nextBlocking == nil)
    }

    @Test func `the time of a blocking command counts while it is next`() {
        var ledger = CommandLedger()
        ledger.queue(byteCount: 10)
        ledger.queue(byteCount: 10, blocking: .forever)
        ledger.queue(byteCount: 10)
        ledger.accept(byteCount: 30)
        #expect(ledger.nextBlocking == nil)
        expectAnswer(true, &ledger)
        #expect(ledger.nextBlocking == .forever)
        expectAnswer(true, &ledger)
        #expect(ledger.nextBlocking == nil)
    }

    private func expectAnswer(_ expected: Bool, _ ledger: inout CommandLedger) {
        let isExpected = ledger.answer()
        #expect(isExpected == expected)
    }
}
