import RedpipeTestSupport

/// Runs the examples of explanations, in a folder of their own.
///
/// Their addresses are stand-ins: a server listens at localhost:6379, nobody at localhost:6380, and
/// a web server at localhost:8080.
final class ExampleRun {
    private let folder: TemporaryFolder
    private let webServer: ScriptedServer
    private let freePort: UInt16

    init() throws {
        folder = try TemporaryFolder()
        webServer = try ScriptedServer(onTCP: true) { client in
            client.send("HTTP/1.1 400 Bad Request\r")
        }
        freePort = try Listening.freePort()
        try FileText.write("def one() { return 1 }\n", to: folder.path + "/library.rp")
        try FileText.write("id,name\n1,joe\n", to: folder.path + "/right.csv")
        try FileText.write("id,name\n1\n", to: folder.path + "/wrong.csv")
    }

    /// Runs a text as `script.rp`, on an empty server.
    func run(_ text: String) throws -> ProgramRun {
        let server = try TestServer(listensOnTCP: true)
        let address = server.tcpEndpoint.map { "\($0)" } ?? ""
        let path = folder.path + "/script.rp"
        let script =
            text
            .replacing("localhost:6379", with: address)
            .replacing("localhost:6380", with: "127.0.0.1:\(freePort)")
            .replacing("localhost:8080", with: "\(webServer.endpoint)")
        try FileText.write(script + "\n", to: path)
        return try ProgramRun(
            ["run", path],
            environment: ["REDPIPE_URL=redis://\(address)"],
            folder: folder.path
        )
    }
}
