import Redpipe
import RedpipeTestSupport
import Testing

/// What Python redpipe writes and we read, and the other way round.
@Suite(.enabled(if: ReferenceRun.isInstalled, "scripts/test-reference installs Python redpipe"))
struct ReferenceTests {
    @Test(arguments: ReferenceCheck.all)
    func `what Python redpipe writes we read`(check: ReferenceCheck) throws {
        let found = try ReferenceRun.shared.get().ours[check.name]
        #expect(found?.inAnyOrder == (check.ours ?? check.value).inAnyOrder)
    }

    @Test(arguments: ReferenceCheck.all)
    func `what we write Python redpipe reads`(check: ReferenceCheck) throws {
        let found = try ReferenceRun.shared.get().theirs[check.name]
        #expect(found?.inAnyOrder == (check.theirs ?? check.value).inAnyOrder)
    }

    @Test func `there are enough checks and each has a name of its own`() {
        #expect(Set(ReferenceCheck.all.map(\.name)).count == ReferenceCheck.all.count)
        #expect(ReferenceCheck.all.count >= 40)
    }
}

extension FieldValue {
    /// Members of sets and fields of hashes come in no order.
    fileprivate var inAnyOrder: Set<String> {
        switch self {
        case .list(let items): Set(items.map(\.description))
        case .map(let map):
            Set(map.map { "\(String(decoding: $0, as: UTF8.self)): \($1)" })
        default: [description]
        }
    }
}
