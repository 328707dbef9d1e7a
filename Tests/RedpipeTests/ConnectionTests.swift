import RedpipeTestSupport
import Testing

@testable import Redpipe

/// The connection as its own driver uses it.
@Suite struct ConnectionTests {
    @Test func `a stream of commands runs in constant memory`() throws {
        let server = try TestServer()
        let connection = Connection(
            name: .default,
            endpoint: server.endpoint,
            options: ConnectionOptions(protocolVersion: .resp2)
        )
        let command = Array("*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n".utf8)
        let total = 200_000
        var greatestBacklog = 0
        var poller = Poller()
        connection.open()
        while connection.answeredCount < total {
            while connection.hasRoom, connection.queuedCount < total {
                connection.append(command.span)
            }
            greatestBacklog = max(greatestBacklog, connection.unsentByteCount)
            connection.flush()
            poller.removeAll()
            if let descriptor = connection.fileDescriptor {
                poller.watch(descriptor, for: connection.wantedEvents)
            }
            poller.wait(until: connection.deadline)
            connection.process(connection.fileDescriptor == nil ? [] : poller.events(at: 0))
            while case .reply = connection.nextReply() {}
            try #require(connection.failure == nil)
        }
        #expect(try server.counter("n") == total)
        #expect(greatestBacklog < 2 << 20)
    }

    @Test func `a failure says which commands were answered, sent and not sent`() throws {
        let server = try ScriptedServer { client in
            client.greet()
            _ = client.receiveCommand()
            client.send(":1\r\n")
            _ = client.receiveCommand()
        }
        let options = ConnectionOptions(protocolVersion: .resp2)
        let connection = Connection(name: .default, endpoint: server.endpoint, options: options)
        let command = Array("*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n".utf8)
        connection.open()
        connection.append(command.span)
        connection.append(command.span)
        connection.append(Array(repeating: UInt8(ascii: "x"), count: 8 << 20).span)
        var poller = Poller()
        var replies = 0
        while connection.failure == nil {
            poller.removeAll()
            if let descriptor = connection.fileDescriptor {
                poller.watch(descriptor, for: connection.wantedEvents)
            }
            poller.wait(until: connection.deadline)
            connection.process(poller.events(at: 0))
            while case .reply = connection.nextReply() { replies += 1 }
        }
        #expect(replies == 1)
        #expect(connection.answeredCount == 1)
        #expect(connection.sentCount == 2)
        #expect(connection.queuedCount == 3)
        #expect(connection.failure?.category == .lost)
    }
}
