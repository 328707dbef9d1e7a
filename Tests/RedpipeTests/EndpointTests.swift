import Redpipe
import Testing

@Suite struct EndpointTests {
    @Test(arguments: [
        ("redis://localhost", "localhost:6379"),
        ("redis://", "127.0.0.1:6379"),
        ("REDIS://db1:6380", "db1:6380"),
        ("redis://db1:6380/2", "db1:6380/2"),
        ("redis://db1/", "db1:6379"),
        ("redis://db1?db=3", "db1:6379/3"),
        ("redis://[::1]:7000", "[::1]:7000"),
        ("redis://[fe80::1]", "[fe80::1]:6379"),
        ("redis://user:p%40ss@db1", "db1:6379"),
        ("redis://user:p@ss:word@db1:1/1", "db1:1/1"),
        ("unix:///run/redis.sock", "/run/redis.sock"),
        ("unix:///run/a%20b.sock?db=2", "/run/a b.sock/2"),
        ("unix:///tmp/a@b.sock", "/tmp/a@b.sock"),
        ("unix://:pw@/run/redis.sock", "/run/redis.sock"),
    ])
    func `a URL names a server`(url: String, place: String) throws {
        #expect(try "\(Endpoint(url: url))" == place)
    }

    @Test(arguments: [
        ("redis://h", nil, nil),
        ("redis://app:pw@h", "app", "pw"),
        ("redis://:pw@h", nil, "pw"),
        ("redis://pw@h", nil, "pw"),
        ("redis://a%3Ab:p%2Fw%00@h", "a:b", "p/w\0"),
        ("redis://app:@h", "app", ""),
        ("redis://@h", nil, nil),
    ])
    func `a URL holds credentials`(url: String, user: String?, password: String?) throws {
        let credentials = try Endpoint(url: url).credentials
        #expect(credentials?.user == user.map { Array($0.utf8) })
        #expect(credentials?.password == password.map { Array($0.utf8) })
    }

    @Test(arguments: [
        ("localhost", EndpointError.missingScheme),
        ("", .missingScheme),
        ("://h", .missingScheme),
        ("http://h", .unknownScheme("http")),
        ("rediss://h", .unsupportedScheme("rediss")),
        ("redis+cluster://h1,h2", .unsupportedScheme("redis+cluster")),
        ("redis+sentinel://s/m", .unsupportedScheme("redis+sentinel")),
        ("redis://h:0", .invalidPort),
        ("redis://h:65536", .invalidPort),
        ("redis://h:99999999999999999999", .invalidPort),
        ("redis://h:x", .invalidPort),
        ("redis://[::1]7", .invalidPort),
        ("redis://[::1", .invalidHost),
        ("redis://a%20b", .invalidHost),
        ("redis://h/x", .invalidDatabase),
        ("redis://h/-1", .invalidDatabase),
        ("redis://h/1/2", .invalidDatabase),
        ("redis://h/99999999999999999999", .invalidDatabase),
        ("redis://h/1?db=2", .repeatedDatabase),
        ("redis://h?timeout=2", .unknownParameter("timeout")),
        ("redis://h%4", .invalidPercentEncoding),
        ("redis://:%zz@h", .invalidPercentEncoding),
        ("unix://", .invalidPath),
        ("unix:///a%00b", .invalidPath),
    ])
    func `a wrong URL is refused`(url: String, error: EndpointError) {
        #expect(throws: error) { try Endpoint(url: url) }
    }

    @Test func `a password is never shown`() throws {
        let endpoint = try Endpoint(url: "redis://app:topsecret@h")
        var dumped = ""
        dump(endpoint, to: &dumped)
        for text in [
            "\(endpoint)", String(reflecting: endpoint), dumped, "\(endpoint.credentials as Any)",
        ] {
            #expect(!text.contains("topsecret"))
        }
        let wrong = [
            "topsecret", "redis://:topsecret@h:x", "redis://:topsecret%@h",
            "redis://:topsecret@h/x",
        ]
        for url in wrong {
            #expect { try Endpoint(url: url) } throws: { !"\($0)".contains("topsecret") }
        }
    }
}
