import Glibc
import RedpipeTestSupport
import Testing

@Suite struct ListReconnectTests {
    @Test func `--reconnect gives up on a server that throws it out again and again`() throws {
        let server = try ScriptedServer { client in client.greet() }
        let options = ListLossTests.options(server) + ["--reconnect", "--connect-timeout", "1"]
        let program = try RunningProgram(options)
        program.write("SET a 1\nSET a 2\n")
        let (ending, errors) = program.finish()
        #expect(ending == .exited(4))
        #expect(errors.utf8.count < 1000)
    }
}
