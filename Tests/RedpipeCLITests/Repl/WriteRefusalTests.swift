import RedpipeTestSupport
import Testing

@testable import RedpipeCLI

@Suite struct WriteRefusalTests {
    static func words(_ line: String) -> [[UInt8]] {
        line.split(separator: " ").map { Array($0.utf8) }
    }

    @Test(arguments: [
        "SET a 1", "del a", "SORT a STORE b", "sort a by x store b", "GETEX a PERSIST",
        "GETEX a EX 10", "BITFIELD a GET u8 0 SET u8 0 1", "BITFIELD a OVERFLOW SAT INCRBY u8 0 1",
        "GEORADIUS a 1 1 1 m STOREDIST b", "XREADGROUP GROUP g c STREAMS s >", "EVAL x 0",
        "FCALL f 0", "SCRIPT FLUSH", "FUNCTION FLUSH", "PUBLISH c m", "SPUBLISH c m",
        "CONFIG SET maxmemory 0", "CONFIG RESETSTAT", "ACL SETUSER joe", "CLIENT KILL ID 3",
        "DEBUG SLEEP 0", "SLOWLOG RESET", "FLUSHALL", "SHUTDOWN", "REPLICAOF NO ONE",
        "MODULE LOAD x", "NOBODY.KNOWS a",
    ])
    func `what may change something is refused`(line: String) {
        #expect(WriteRefusal.mayWrite(Self.words(line)))
    }

    @Test(arguments: [
        "GET a", "SORT a", "sort a by x limit 0 1", "SORT_RO a", "GETEX a", "BITFIELD a GET u8 0",
        "BITFIELD_RO a GET u8 0", "GEORADIUS a 1 1 1 m", "PFCOUNT a", "EVAL_RO x 0", "FCALL_RO f 0",
        "SCRIPT EXISTS x", "CONFIG GET maxmemory", "ACL WHOAMI", "CLIENT LIST", "SLOWLOG GET",
        "XREAD STREAMS s 0", "INFO", "KEYS *", "SCAN 0", "SUBSCRIBE c", "MONITOR", "MULTI", "EXEC",
        "WATCH a", "UNWATCH", "AUTH x", "HELLO 3", "SELECT 1", "PING", "TOUCH a", "OBJECT FREQ a",
        "MEMORY USAGE a", "LATENCY DOCTOR", "COMMAND DOCS get", "WAIT 0 1",
    ])
    func `what only reads is sent`(line: String) {
        #expect(!WriteRefusal.mayWrite(Self.words(line)))
    }
}
