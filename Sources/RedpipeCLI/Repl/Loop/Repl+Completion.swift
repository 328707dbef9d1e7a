import Redpipe
import RedpipeCommands
import RedpipeRuntime

extension Repl {
    /// What a line could go on with, with keys of the server where a key stands.
    func complete(_ line: [UInt8], _ point: Int) -> Completion {
        let connection = connections.connection(named: current)
        let endpoint = enteredEndpoint(of: connection)
        let options = connection?.options ?? setup.options
        keys.learnCommands(at: endpoint, options)
        let context = CompletionContext(
            openText: typed.text,
            variables: script.variableNames,
            functions: script.functionNames,
            types: script.types.map(\.name),
            connections: connectionNames.sorted(),
            serverCommands: keys.commandNames,
            fields: { [unowned self] in fields(of: $0) },
            members: { [unowned self] in script.members(ofType: $0) },
            arguments: { [unowned self] in arguments(of: $0) },
            files: FileCandidates.paths
        )
        var completion = Completer(context).complete(line, at: point)
        guard let prefix = completion.keyPrefix else { return completion }
        let (found, isPartial) = keys.keys(from: prefix, at: endpoint, options)
        let isQuoted = line.indices.contains(completion.start) && line[completion.start] == 0x22
        completion.candidates = found.map { KeyWord.text(of: $0, isQuoted: isQuoted) }
        completion.isPartial = isPartial
        return completion
    }

    /// Where the connection goes, once it is known: asking must not start a private server.
    private func enteredEndpoint(of connection: Connection?) -> Endpoint? {
        down.contains(current) ? nil : connection?.endpoint
    }

    /// Keys that commands have named can be completed from then on.
    func rememberKeys(of words: [[UInt8]], on name: ConnectionName) {
        guard isInteractive, words.count > 1,
            let endpoint = connections.connection(named: name)?.endpoint,
            let command = CommandTable.command(for: words)
        else { return }
        for index in command.keyIndices(in: words).prefix(10) {
            keys.remember(words[index], at: endpoint)
        }
    }

    /// What a call takes by name: parameters, or the fields of a model.
    func arguments(of callee: String) -> [String] {
        if let names = script.argumentNames(of: callee) { return names.map { $0 + ":" } }
        let base = callee.lastIndex(of: ".").map { String(callee[..<$0]) } ?? ""
        guard ["save", "create", "fill"].contains(callee.dropFirst(base.count + 1)) else {
            return []
        }
        return fields(of: base).filter { !$0.hasSuffix("(") }.map { $0 + ":" }
    }

    /// The fields of a value that was bound: the keys of a map.
    func fields(of path: String) -> [String] {
        let parts = path.split { ".[]\"'".contains($0) }.map(String.init)
        guard let name = parts.first, var value = script.value(of: name) else { return [] }
        for part in parts.dropFirst() {
            switch value.settled {
            case .map(let map): value = map[.text(Array(part.utf8))] ?? .null
            case .list(let items):
                guard let index = Int(part), items.indices.contains(index) else { return [] }
                value = items[index]
            default: return []
            }
        }
        switch value.settled {
        case .map(let map): return fields(of: map)
        case .record(let record): return record.completions
        case .key(let key): return key.key.keyspace.type.memberNames
        default: return []
        }
    }

    private func fields(of map: ValueMap) -> [String] {
        map.compactMap { entry in
            guard case .text(let bytes) = entry.key, !bytes.isEmpty,
                bytes.allSatisfy(\.continuesName)
            else { return nil }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
