import Glibc
import RedpipeTestSupport
import Testing

@testable import RedpipeCLI

@Suite struct SecretFilterTests {
    @Test(arguments: [
        "AUTH secret", "auth joe secret", "\"AUTH\" secret", "HELLO 3 AUTH joe secret",
        "ACL SETUSER joe >secret", "CONFIG SET requirepass secret", "config set masterauth secret",
        "CONFIG SET maxmemory 1 requirepass secret", "MIGRATE h 1 k 0 5 AUTH secret",
        "MIGRATE h 1 k 0 5 AUTH2 joe secret", "SENTINEL SET m auth-pass secret",
        "connect redis://joe:secret@host", "\\c redis://secret@host/1",
        "pipeline {\nPING\nAUTH secret\n}", "@users AUTH secret", "let x <- try AUTH secret",
        "cmd AUTH secret", "3 AUTH secret", "pipeline { AUTH secret }",
        "AUHT secret", "@users atuh joe secret", "ACLS SETUSER joe >secret",
        "HELO 3 AUTH joe secret", "ACL \\\nSETUSER joe >secret", "CONFIG SET \\\nmasterauth secret",
        "ACL SETUSERR joe >secret", "acl set user joe >secret", "ACLSETUSER joe >secret",
        "CONFIG SETT requirepass secret", "CONFIGSET requirepass secret",
        "CONFIG SET requirepas secret", "requirepass secret", "redis-cli -a secret PING",
        "AUTH\u{a0}secret", "\\c redis://:p#w@host", "\\c redis://:p?w@host",
        "connect x redis://:p/w@host",
        "connect users redis://host password=secret",
    ])
    func `a password is a secret`(text: String) {
        #expect(SecretFilter.holdsSecret(text))
    }

    @Test(arguments: [
        "GET auth", "SET greeting hello", "CONFIG GET requirepass", "ACL GETUSER joe", "HELLO 3",
        "connect redis://joe:$PASSWORD@host", "connect redis://host:6379/1", "SENTINEL MASTERS",
        "SET author joe", "HSET a auths b", "connect users redis://host password-file=~/.secret",
    ])
    func `other lines are not`(text: String) {
        #expect(!SecretFilter.holdsSecret(text))
    }

    // MARK: The file

    @Test func `entries last, with their lines`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/state/history"
        var file = HistoryFile(path: path)
        for entry in ["SET a 1", "pipeline {\n  INCR a\n}", "#123\nPING"] { file.append(entry) }
        var other = HistoryFile(path: path)
        #expect(other.load() == ["SET a 1", "pipeline {\n  INCR a\n}", "#123\nPING"])
        #expect(!other.keeps("#123\nPING"))
    }

    @Test func `an entry comes back as it was, with empty lines and what looks like a time`() throws
    {
        let folder = try TemporaryFolder()
        let entries = ["SET a \"\"\"x\n\n#99\n #98\n\ny\"\"\"", "PING", "SET b \"\"\"\n\n\"\"\""]
        var file = HistoryFile(path: folder.path + "/history")
        for entry in entries { file.append(entry) }
        var other = HistoryFile(path: folder.path + "/history")
        #expect(other.load() == entries)
    }

    @Test func `what is no plain file is left alone`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pipe"
        #expect(unsafe mkfifo(path, 0o600) == 0)
        var file = HistoryFile(path: path)
        #expect(file.load() == [])
        file.append("PING")
    }

    @Test func `some lines are not kept`() {
        var file = HistoryFile(path: "/dev/null")
        #expect(file.keeps("GET a"))
        file.append("GET a")
        #expect(!file.keeps("GET a"))
        #expect(file.keeps("GET b"))
        #expect(!file.keeps(" GET c"))
        #expect(!file.keeps("AUTH secret"))
        #expect(!file.keeps(""))
    }

    // MARK: Profiles

    @Test func `a configuration is read`() {
        let configuration = Configuration(
            """
            # servers
            connect users redis://app@db1/2 password-file=~/.secret readonly timeout=5s
            connect redis://localhost password-command='pass show redis'
            \\timing on
            set x
            """
        )
        #expect(
            configuration.profiles == [
                Configuration.Profile(
                    name: "users",
                    url: "redis://app@db1/2",
                    password: .file("~/.secret"),
                    options: ["readonly", "timeout=5s"],
                    line: 2
                ),
                Configuration.Profile(
                    name: "default",
                    url: "redis://localhost",
                    password: .command("pass show redis"),
                    options: [],
                    line: 3
                ),
            ]
        )
        #expect(configuration.commands.map(\.text) == ["\\timing on"])
        #expect(configuration.commands.map(\.line) == [4])
        #expect(configuration.problems.count == 1)
        #expect(configuration.problems[0].hasPrefix("5: "))
    }
}
