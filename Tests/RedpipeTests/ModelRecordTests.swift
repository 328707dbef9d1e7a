import Redpipe
import RedpipeTestSupport
import Testing

@Suite struct ModelRecordTests {
    private let server: TestServer
    private let connections: Connections
    private let users: ModelDefinition

    init() throws {
        server = try TestServer()
        connections = server.connections()
        users = ModelDefinition(
            "User",
            try KeyTemplate("U{*}"),
            lifetimeSeconds: 1000,
            [
                try ModelField("name", .text, isRequired: true),
                try ModelField("last_seen", .int), try ModelField("admin", .bool, default: false),
                try ModelField("score", .float), try ModelField("tags", .list),
                try ModelField("born", .time),
            ]
        )
    }

    @discardableResult
    private func run(
        _ build: (inout Pipeline) throws -> Void
    ) throws -> ExecutionReport {
        var pipeline = Pipeline()
        try build(&pipeline)
        return try pipeline.execute(on: connections)
    }

    @discardableResult
    private func value(_ operation: ModelOperation) throws -> FieldValue {
        var pipeline = Pipeline()
        let result = pipeline.enqueue(operation)
        try pipeline.execute(on: connections)
        return try result.fieldValue
    }

    private func stored(_ field: String) throws -> String? {
        try String?(reply: server.run("HGET", "U{1}", field))
    }

    @Test func `a record is written and read back in one round trip`() throws {
        let bob = try users.record("1")
        let other = try users.record("1")
        let report = try run { pipeline in
            pipeline.enqueue(
                try bob.writeAndLoad(["name": "Bob", "last_seen": 5, "born": "1970-01-02"])
            )
            pipeline.enqueue(other.load())
            pipeline.enqueue(try other.save(["name": "Bobby", "last_seen": .null]))
        }
        #expect(report.waveCount == 1)
        #expect(
            bob.fields == ["name": "Bob", "last_seen": 5, "admin": false, "born": 86_400]
        )
        #expect(
            bob.description
                == #"User("1") {name: "Bob", last_seen: 5, admin: false, born: "1970-01-02T00:00:00Z"}"#
        )
        #expect(other.fields == ["name": "Bobby", "admin": false, "born": 86_400])
        #expect(try other.value(of: "last_seen") == .null)
        #expect(try stored("admin")?.isEmpty == true)
        #expect(try stored("last_seen") == nil)
    }

    @Test func `a write over a record keeps what it is not given`() throws {
        _ = try server.run("HSET", "U{1}", "name", "Old", "admin", "1", "extra", "x")
        let user = try users.record("1")
        try run { $0.enqueue(try user.writeAndLoad(["name": "New"])) }
        #expect(user.fields == ["name": "New", "admin": true, "extra": "x"])
        #expect(try user.exists)
    }

    @Test func `a missing record has no fields and does not exist`() throws {
        let user = try users.record("1")
        try run { $0.enqueue(user.load()) }
        #expect(try !user.exists)
        #expect(user.fields.isEmpty)
        #expect(try user.value(of: "name") == .null)
        let part = try users.record("1")
        try run { $0.enqueue(part.load([Array("name".utf8)])) }
        #expect(try !part.exists)
    }

    @Test func `a field that was neither loaded nor saved is an error`() throws {
        let user = try users.record("1")
        #expect(throws: ModelError.notLoaded("name", of: "User")) { try user.value(of: "name") }
        #expect(throws: ModelError.notLoaded("exists", of: "User")) { try user.exists }
        try run { $0.enqueue(try user.save(["name": "Bob"])) }
        #expect(try user.value(of: "name") == "Bob")
        #expect(try user.exists)
        #expect(throws: ModelError.notLoaded("admin", of: "User")) { try user.value(of: "admin") }
        let error = #expect(throws: ModelError.self) { try user.value(of: "nmae") }
        #expect(error?.description == "`User` has no field `nmae`; did you mean `name`?")
    }

    @Test func `create fails if the record exists, and writes nothing then`() throws {
        let user = try users.record("1")
        try value(try user.create(["name": "Bob", "score": 3]))
        #expect(user.fields == ["name": "Bob", "admin": false, "score": 3.0])
        #expect(try value(user.timeToLive()) == 1000)
        let again = try users.record("1")
        let error = #expect(throws: DeferredError.self) {
            try value(try again.create(["name": "Eve"]))
        }
        #expect(error?.description == #"`User` "1" exists already"#)
        #expect(try stored("name") == "Bob")
    }

    @Test func `fill gives only what is missing, and shows what is there`() throws {
        _ = try server.run("HSET", "U{1}", "name", "Bob")
        let user = try users.record("1")
        try value(try user.fill(["name": "Eve", "last_seen": 7]))
        #expect(user.fields == ["name": "Bob", "last_seen": 7])
    }

    @Test func `counters count, and the record shows it`() throws {
        let user = try users.record("1")
        #expect(try value(try user.increment(Array("last_seen".utf8), by: 5)) == 5)
        #expect(try value(try user.decrement(Array("last_seen".utf8))) == 4)
        #expect(try value(try user.increment(Array("score".utf8), by: 0.5)) == 0.5)
        #expect(user.fields == ["last_seen": 4, "score": 0.5])
        #expect(throws: ModelError.self) { try user.increment(Array("name".utf8)) }
        #expect(throws: ModelError.self) { try user.increment(Array("last_seen".utf8), by: 0.5) }
        #expect(throws: ModelError.overflow("last_seen")) {
            try user.decrement(Array("last_seen".utf8), by: .integer(.min))
        }
    }

    @Test func `pop, remove and delete say what was there`() throws {
        let user = try users.record("1")
        try value(try user.write(["name": "Bob", "tags": ["a"], "score": 1.5]))
        #expect(try value(try user.pop(Array("tags".utf8))) == ["a"])
        #expect(try value(try user.pop(Array("tags".utf8))) == .null)
        #expect(try value(try user.remove(["score", "born"].map { Array($0.utf8) })) == 1)
        #expect(try user.value(of: "score") == .null)
        #expect(throws: ModelError.requiredField("name", of: "User")) {
            try user.remove([Array("name".utf8)])
        }
        #expect(throws: ModelError.requiredField("name", of: "User")) {
            try user.save(["name": .null])
        }
        #expect(try value(user.expire(seconds: 5)) == 1)
        #expect(try value(user.timeToLive()) == 5)
        #expect(try value(user.delete()) == 1)
        #expect(try !user.exists)
        #expect(try value(user.timeToLive()) == -2)
    }

    @Test func `every call that writes renews the lifetime once`() throws {
        let user = try users.record("1")
        let name = Array("score".utf8)
        let writes = [
            try user.write(["name": "Bob", "score": 1]),
            try user.save(["score": 2, "tags": .null]),
            try user.increment(name), try user.pop(name), try user.remove([name]),
            try user.fill(["score": 1, "tags": []]),
        ]
        for operation in writes {
            #expect(operation.commands.count { $0[0] == Array("EXPIRE".utf8) } == 1)
        }
        #expect(try user.save([:]).commands.isEmpty)
    }

    @Test(
        arguments: [
            (["name": .null], "a new `User` needs `name`"),
            (["admin": true], "a new `User` needs `name`"),
            (["name": "Bob", "nmae": "x"], "`User` has no field `nmae`; did you mean `name`?"),
            (["name": 5], "field `name`: 5 where a text is wanted"),
            (
                ["name": "Bob", "last_seen": "x"],
                #"field `last_seen`: "x" where a 64-bit int is wanted"#
            ),
        ] as [(FieldMap, String)]
    )
    func `a bad value is found before anything is queued`(values: FieldMap, message: String) throws
    {
        let user = try users.record("1")
        let error = #expect(throws: ModelError.self) { try user.write(values) }
        #expect(error?.description == message)
        #expect(throws: ModelError.self) { try user.create(values) }
    }

    @Test func `what is stored in another form fails its own operation alone`() throws {
        _ = try server.run("HSET", "U{1}", "last_seen", "soon")
        let user = try users.record("1")
        let other = try users.record("2")
        var pipeline = Pipeline()
        let bad = pipeline.enqueue(user.load())
        let good = pipeline.enqueue(other.load())
        try pipeline.execute(on: connections)
        let error = #expect(throws: DeferredError.self) { try bad.value }
        #expect(
            error?.description == #"field `last_seen`: the stored "soon" is not a 64-bit int"#
        )
        _ = try good.value
    }

    @Test func `a default of another type is no default`() {
        #expect(throws: FieldError.self) { try ModelField("a", .bool, default: 1) }
    }
}
