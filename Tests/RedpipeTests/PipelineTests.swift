import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct PipelineTests {
    private let server: TestServer
    private let connections: Connections

    init() throws {
        server = try TestServer()
        connections = server.connections()
    }

    @Test func `a pipeline brings the replies of all its commands`() throws {
        var pipeline = Pipeline()
        let status = pipeline.set("greeting", "hello")
        let text = pipeline.get("greeting")
        let hits = pipeline.incr("hits")
        let missing = pipeline.get("missing")
        let report = try pipeline.execute(on: connections)
        #expect(try status.value)
        #expect(try text.value == "hello")
        #expect(try hits.value == 1)
        #expect(try missing.value == nil)
        #expect(report.waveCount == 1)
    }

    @Test func `a deferred has no value before its pipeline is executed`() throws {
        var pipeline = Pipeline()
        let hits = pipeline.incr("hits")
        #expect { try hits.value } throws: {
            if case DeferredError.pending = $0 { true } else { false }
        }
        try pipeline.execute(on: connections)
        #expect(try hits.value == 1)
    }
}
