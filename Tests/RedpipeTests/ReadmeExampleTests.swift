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

    @Test func `the keyspaces and models of the readme bring their values`() throws {
        let server = try ScratchServer()
        let connections = Connections()
        connections.define(server.endpoint)
        // readme: keyspaces begin
        struct User: Codable {
            var name: String
            var lastSeen: Int?
        }
        let followers = try SortedSetKeyspace<String>("F{*}")
        let users = Model<User>(
            ModelDefinition(
                "User",
                try KeyTemplate("U{*}"),
                lifetimeSeconds: 30 * 86_400,
                [
                    try ModelField("name", .text, isRequired: true),
                    try ModelField("lastSeen", .int),
                ]
            )
        )

        var pipeline = Pipeline()
        try followers.zadd("1", "a", score: 1, in: &pipeline)
        let members = try followers.zrange("1", in: &pipeline)
        try users.save("1", User(name: "Bob", lastSeen: 5), in: &pipeline)
        let bob = try users.load("1", in: &pipeline)
        try pipeline.execute(on: connections)  // one round trip
        print(try members.value, try bob.value?.name ?? "nobody")  // ["a"] Bob

        // Read, decide, write: run again if somebody changed the key in between.
        let left = try connections.transaction(watching: ["stock:1"], retries: 10) { pipeline in
            pipeline.get("stock:1", as: Int.self)
        } run: { count, pipeline in
            pipeline.incrBy("stock:1", (try count.value ?? 0) > 0 ? -1 : 9)
        }
        print(try left.value)  // 9
        // readme: keyspaces end
        #expect(try members.value == ["a"])
        #expect(try bob.value?.name == "Bob")
        #expect(try left.value == 9)
    }

    @Test(arguments: [("", "import Redpipe\n\n"), ("keyspaces ", "")])
    func `the examples stand in the readme as they stand here`(mark: String, head: String) throws {
        let source = try FileText.read(#filePath)
        let parts = source.components(
            between: "// readme: \(mark)begin\n",
            and: "        // readme: \(mark)end"
        )
        let code = try #require(parts).split(separator: "\n", omittingEmptySubsequences: false)
        let text = code.map { $0.dropFirst(8) }.joined(separator: "\n")
        let readme = try FileText.read(root + "/README.md")
        #expect(readme.contains("```swift\n\(head)\(text)```\n"))
    }
}

extension String {
    /// What stands between the first places of two texts.
    fileprivate func components(between start: String, and end: String) -> Substring? {
        guard let start = firstRange(of: start), let end = firstRange(of: end) else { return nil }
        return self[start.upperBound..<end.lowerBound]
    }
}
