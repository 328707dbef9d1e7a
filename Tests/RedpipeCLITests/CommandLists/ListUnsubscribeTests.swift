import RedpipeRESP
import RedpipeTestSupport
import Testing

/// `UNSUBSCRIBE`, the command whose number of replies depends on what came before.
@Suite struct ListUnsubscribeTests {
    @Test(
        arguments: [
            ("HELLO 3\nRESET\nUNSUBSCRIBE\nPING\n", "RESET\nunsubscribe\n\n0\nPONG\n", 0),
            ("HELLO 3 AUTH a b\nUNSUBSCRIBE\nPING\n", "unsubscribe\n\n0\nPONG\n", 1),
            (
                "MULTI\nUNSUBSCRIBE a b c\nECHO 1\nEXEC\nECHO 2\nECHO 3\n",
                "unsubscribe\na\n0\nunsubscribe\nb\n0\nunsubscribe\nc\n0\n1\n2\n3\n", 0
            ),
            (
                "HELLO 3\nMULTI\nUNSUBSCRIBE a b c\nECHO 1\nEXEC\nECHO 2\nECHO 3\n",
                "unsubscribe\na\n0\nunsubscribe\nb\n0\nunsubscribe\nc\n0\n1\n2\n3\n", 0
            ),
            ("MULTI\nUNSUBSCRIBE a b\nDISCARD\nMULTI\nEXEC\nPING\n", "OK\nOK\n\nPONG\n", 0),
            ("MULTI\nUNSUBSCRIBE a b\nNOSUCH\nEXEC\nPING\n", "previous errors.\n\nPONG\n", 1),
            ("ACL SETUSER default -unsubscribe\nUNSUBSCRIBE a b\nPING\n", "\n\nPONG\n", 1),
            ("HELLO 3\nACL SETUSER default -unsubscribe\nUNSUBSCRIBE a b\nPING\n", "\n\nPONG\n", 1),
            ("HELLO 3\nUNSUBSCRIBE a b\nPING\n", "unsubscribe\na\n0\nunsubscribe\nb\n0\nPONG\n", 0),
            (
                "CLIENT REPLY OFF\nUNSUBSCRIBE a b\nCLIENT REPLY ON\n",
                "unsubscribe\na\n0\nunsubscribe\nb\n0\nOK\n", 0
            ),
            ("2 UNSUBSCRIBE a b\nPING\n", "b\n0\nunsubscribe\na\n0\nunsubscribe\nb\n0\nPONG\n", 0),
        ]
    )
    func `every reply belongs to its command`(list: String, end: String, status: Int32) throws {
        let server = try TestServer()
        let options = ["-s", server.path, "--timeout", "2"]
        let run = try ProgramRun(options, input: Array(list.utf8))
        #expect(run.standardOutput.hasSuffix(end))
        #expect(run.ending == .exited(status))
    }
}
