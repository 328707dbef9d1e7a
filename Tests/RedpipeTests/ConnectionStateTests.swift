import RedpipeRESP
import Testing

@testable import Redpipe

@Suite struct ConnectionStateTests {
    @Test func `nothing is ready before the whole handshake is answered`() throws {
        var state = try opened(ConnectionOptions(protocolVersion: .resp2))
        #expect(try receive("+OK\r\n", &state) == [.none])
        #expect(!state.isReady)
        #expect(try receive("+OK\r\n+PONG\r\n", &state) == [.none, .entered])
        #expect(state.isReady)
    }

    @Test func `an end at rest is no failure, one that owes replies is`() throws {
        var resting = try ready()
        resting.closed("gone")
        #expect(resting.failure == nil)
        #expect(!resting.isOpen)

        var owing = try ready()
        owing.ledger.queue(byteCount: 10)
        owing.closed("gone")
        #expect(owing.failure == .lost("gone"))

        var opening = try opened(ConnectionOptions())
        opening.closed("gone")
        #expect(opening.failure == .closedWhileConnecting("gone"))
    }

    @Test func `a push is never a reply and an extra reply is a failure`() throws {
        var state = try ready()
        state.ledger.queue(byteCount: 10)
        state.ledger.accept(byteCount: 10)
        #expect(try receive(">1\r\n+x\r\n:1\r\n", &state) == [.push, .reply])
        #expect(try receive(":2\r\n", &state) == [.failed])
        #expect(state.failure?.category == .protocolBroken)
    }

    @Test func `a streaming connection takes messages that nobody asked for`() throws {
        var state = try ready()
        state.isStreaming = true
        #expect(try receive("*1\r\n+x\r\n", &state) == [.push])
        state.closed("gone")
        #expect(state.failure == .lost("gone"))
    }

    @Test func `the first reason of a failure stays`() throws {
        var state = try ready()
        state.fail(.interrupted)
        state.fail(.lost("later"))
        #expect(state.failure == .interrupted)
    }

    private func opened(_ options: ConnectionOptions) throws -> ConnectionState {
        let endpoint = Endpoint(.unix(path: "/s"))
        var state = ConnectionState(endpoint: endpoint, options: options)
        state.open()
        #expect(!state.connected().isEmpty)
        return state
    }

    private func ready() throws -> ConnectionState {
        var state = try opened(ConnectionOptions(protocolVersion: .resp2))
        _ = try receive("+OK\r\n+OK\r\n+PONG\r\n", &state)
        return state
    }

    private func receive(
        _ text: String,
        _ state: inout ConnectionState
    ) throws -> [ConnectionState.Delivery] {
        var decoder = RESPDecoder()
        decoder.append(Array(text.utf8).span)
        var deliveries: [ConnectionState.Delivery] = []
        while try decoder.next() {
            deliveries.append(state.received(isPush: decoder.isPush) { decoder.value })
        }
        return deliveries
    }
}
