import Redpipe
import RedpipeTestSupport
import Testing

/// The folder of the package.
private let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

@Suite struct ReadmeExampleTests {
    @Test func `the example of the readme brings its values`() throws {
        // readme: begin
        func incrementAndExpire(
            _ key: String,
            by number: Int = 1,
            in pipeline: inout Pipeline
        ) -> Deferred<Int> {
            let count = pipeline.incrBy(key, number)
            pipeline.expire(key, seconds: 60)
            return count
        }

        let server = try ScratchServer()  // or: try Endpoint(url: "redis://localhost")
        let connections = Connections()
        connections.define(server.endpoint)

        var pipeline = Pipeline()
        let first = incrementAndExpire("key1", in: &pipeline)
        let second = incrementAndExpire("key2", by: 5, in: &pipeline)
        let total = pipeline.compute { try first.value + second.value }
        let report = try pipeline.execute(on: connections)
        print(try total.value, "in", report.waveCount, "round trip")  // 6 in 1 round trip
        // readme: end
        #expect(try total.value == 6)
        #expect(report.waveCount == 1)
        #expect(report.lanes.map(\.commandCount) == [4])
    }

    @Test func `the example stands in the readme as it stands here`() throws {
        let source = try FileText.read(#filePath)
        let parts = source.components(between: "// readme: begin\n", and: "        // readme: end")
        let code = try #require(parts).split(separator: "\n", omittingEmptySubsequences: false)
        let text = code.map { $0.dropFirst(8) }.joined(separator: "\n")
        let readme = try FileText.read(root + "/README.md")
        #expect(readme.contains("```swift\nimport Redpipe\n\n\(text)```\n"))
    }
}

extension String {
    /// What stands between the first places of two texts.
    fileprivate func components(between start: String, and end: String) -> Substring? {
        guard let start = firstRange(of: start), let end = firstRange(of: end) else { return nil }
        return self[start.upperBound..<end.lowerBound]
    }
}
