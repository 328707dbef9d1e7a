import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct ModelTests {
    struct User: Codable, Equatable {
        enum Role: String, Codable { case admin, guest }
        struct Address: Codable, Equatable {
            var city: String
            var lines: [String]?
        }

        var name: String
        var lastSeen: Int?
        var score: Double = 0
        var isAdmin = false
        var picture: [UInt8] = []
        var role = Role.guest
        var tags: [String] = []
        var address: Address?
        var limits: [String: UInt16] = [:]
    }

    private let server: TestServer
    private let connections: Connections
    private let users: Model<User>

    init() throws {
        server = try TestServer()
        connections = server.connections()
        users = Model(
            ModelDefinition(
                "User",
                try KeyTemplate("U{*}"),
                [
                    try ModelField("name", .text, isRequired: true),
                    try ModelField("lastSeen", .int), try ModelField("score", .float),
                    try ModelField("isAdmin", .bool), try ModelField("picture", .bytes),
                    try ModelField("role", .text), try ModelField("tags", .list),
                    try ModelField("address", .map), try ModelField("limits", .map),
                ]
            )
        )
    }

    @Test func `a struct comes back as it was saved, in one round trip`() throws {
        let bob = User(
            name: "Zoë",
            lastSeen: 5,
            score: 1.5,
            isAdmin: true,
            picture: [0, 255],
            role: .admin,
            tags: ["a"],
            address: User.Address(city: "Bern", lines: ["x", "y"]),
            limits: ["k": 65535]
        )
        var pipeline = Pipeline()
        try users.save("1", bob, in: &pipeline)
        let loaded = try users.load("1", in: &pipeline)
        let none = try users.load("2", in: &pipeline)
        let report = try pipeline.execute(on: connections)
        #expect(report.waveCount == 1)
        #expect(try loaded.value == bob)
        #expect(try none.value == nil)
        #expect(try server.run("HGET", "U{1}", "isAdmin") == .bulkString([0x31]))
    }

    @Test func `what is nil in the struct is removed from the record`() throws {
        var pipeline = Pipeline()
        try users.save("1", User(name: "Bob", lastSeen: 5), in: &pipeline)
        try users.save("1", User(name: "Bob"), in: &pipeline)
        let loaded = try users.load("1", in: &pipeline)
        try pipeline.execute(on: connections)
        #expect(try loaded.value == User(name: "Bob"))
        #expect(try server.run("HEXISTS", "U{1}", "lastSeen") == .integer(0))
    }

    @Test func `a record is made once and deleted once`() throws {
        var pipeline = Pipeline()
        let first = try users.create("1", User(name: "Bob"), in: &pipeline)
        let second = try users.create("1", User(name: "Eve"), in: &pipeline)
        let loaded = try users.load("1", in: &pipeline)
        let deleted = try users.delete("1", in: &pipeline)
        try pipeline.execute(on: connections)
        #expect(try first.value)
        #expect(try !second.value)
        #expect(try loaded.value?.name == "Bob")
        #expect(try deleted.value)
    }

    @Test func `a record that does not fit the struct is an error of its own`() throws {
        _ = try server.run("HSET", "U{1}", "name", "Bob", "role", "king")
        var pipeline = Pipeline()
        let loaded = try users.load("1", in: &pipeline)
        try pipeline.execute(on: connections)
        #expect(throws: DeferredError.self) { try loaded.value }
    }
}
