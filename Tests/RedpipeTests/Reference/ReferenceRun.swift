import Redpipe
import RedpipeFields
import RedpipeTestSupport

/// One run of Python redpipe over all checks, on a server of its own.
struct ReferenceRun: Sendable {
    /// What we read of what Python wrote, by check; or why we could not.
    private(set) var ours: [String: FieldValue] = [:]
    /// What Python read of what we wrote, by check.
    private(set) var theirs: FieldMap = [:]

    /// The one run of the suite.
    static let shared = Result { try ReferenceRun() }

    private static let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    private static let packages =
        #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
        + "/.build-servers/python-redpipe"

    /// Whether `scripts/test-reference` has installed it.
    static var isInstalled: Bool {
        (try? FileText.read(packages + "/redpipe/__init__.py")) != nil
    }

    private init() throws {
        let server = try TestServer()
        let connections = server.connections()
        for check in ReferenceCheck.all { try check.write("swift", on: connections) }
        theirs = try Self.run(at: server.path)
        for check in ReferenceCheck.all {
            do {
                ours[check.name] = try check.read("python", on: connections)
            } catch {
                ours[check.name] = .text("error: \(error)")
            }
        }
    }

    private static func run(at path: String) throws -> FieldMap {
        let request: FieldValue = [
            "socket": .text(path), "checks": .list(ReferenceCheck.all.map(\.request)),
        ]
        let run = try ProgramRun(
            ["python3", folder + "/reference.py"],
            input: Array(request.description.utf8),
            environment: ["PYTHONPATH=" + packages],
            program: "/usr/bin/env"
        )
        guard run.ending == .exited(0), case .map(let results) = try JSONReader.read(run.output)
        else { throw SystemFailure("python3: " + run.standardError) }
        return results
    }
}

extension ReferenceCheck {
    private func keyspace(_ type: KeyspaceType, shards: Int? = nil) throws -> KeyspaceDefinition {
        KeyspaceDefinition(
            name,
            type,
            try KeyTemplate(name + "{*}"),
            of: self.type,
            fields: fieldTypes,
            shards: shards
        )
    }

    private func record(_ id: String) throws -> ModelRecord {
        let fields = try fieldTypes.names.map { name in
            try ModelField(String(decoding: name, as: UTF8.self), fieldTypes[name] ?? .text)
        }
        let others: [ModelField] = try [ModelField("extra", .text)]
        let template = try KeyTemplate(name + "{*}")
        return try ModelDefinition(name, template, fields + others).record(id)
    }

    /// Writes the value as we do.
    func write(_ id: String, on connections: Connections) throws {
        var pipeline = Pipeline()
        switch kind {
        case .structure: pipeline.enqueue(try record(id).write(value.mapped))
        case .string: pipeline.enqueue(try keyspace(.string).key(for: id).command("set", [value]))
        case .hashed:
            for (name, value) in value.mapped {
                let key = try keyspace(.string, shards: Self.shardCount)
                    .key(for: Array(id.utf8) + name)
                pipeline.enqueue(try key.command("set", [value]))
            }
        case .list: try enqueue("rpush", value.listed, .list, id, &pipeline)
        case .set: try enqueue("sadd", value.listed, .set, id, &pipeline)
        case .hll: try enqueue("pfadd", value.listed, .hll, id, &pipeline)
        case .zset:
            let words = value.listed.flatMap { [$0.listed[1], $0.listed[0]] }
            try enqueue("zadd", words, .zset, id, &pipeline)
        case .hash:
            let words = value.mapped.flatMap { [.text(String(decoding: $0, as: UTF8.self)), $1] }
            try enqueue("hset", words, .hash, id, &pipeline)
        }
        try pipeline.execute(on: connections)
    }

    private func enqueue(
        _ method: String,
        _ words: [FieldValue],
        _ type: KeyspaceType,
        _ id: String,
        _ pipeline: inout Pipeline
    ) throws {
        pipeline.enqueue(try keyspace(type).key(for: id).command(method, words))
    }

    /// Reads the value as we do.
    func read(_ id: String, on connections: Connections) throws -> FieldValue {
        switch kind {
        case .structure:
            let record = try record(id)
            try run(on: connections) { $0.enqueue(record.load()) }
            return .map(record.fields)
        case .hashed:
            var values = FieldMap()
            for (name, _) in value.mapped {
                let key = try keyspace(.string, shards: Self.shardCount)
                    .key(for: Array(id.utf8) + name)
                values[name] = try reply(key.command("get"), on: connections)
            }
            return .map(values)
        case .string: return try reply("get", [], .string, id, connections)
        case .list: return try reply("lrange", [0, -1], .list, id, connections)
        case .set: return try reply("smembers", [], .set, id, connections)
        case .hll: return try reply("pfcount", [], .hll, id, connections)
        case .zset: return try reply("zrange", [0, -1, "WITHSCORES"], .zset, id, connections)
        case .hash: return try reply("hgetall", [], .hash, id, connections)
        }
    }

    private func run(
        on connections: Connections,
        _ build: (inout Pipeline) throws -> Void
    ) throws {
        var pipeline = Pipeline()
        try build(&pipeline)
        try pipeline.execute(on: connections)
    }

    private func reply(
        _ method: String,
        _ words: [FieldValue],
        _ type: KeyspaceType,
        _ id: String,
        _ connections: Connections
    ) throws -> FieldValue {
        try reply(try keyspace(type).key(for: id).command(method, words), on: connections)
    }

    private func reply(
        _ command: TypedCommand,
        on connections: Connections
    ) throws -> FieldValue {
        var pipeline = Pipeline()
        let reply = pipeline.enqueue(command)
        try pipeline.execute(on: connections)
        return try reply.value
    }
}

extension FieldValue {
    /// The items of a list.
    fileprivate var listed: [FieldValue] {
        if case .list(let items) = self { items } else { [] }
    }

    /// The entries of a map.
    fileprivate var mapped: FieldMap {
        if case .map(let map) = self { map } else { [:] }
    }
}
