import RedpipeSyntax

/// What the whole script declares: connections and functions stand at the top level and are known
/// everywhere, before and after their line.
struct Declarations {
    struct Function {
        let index: Int
        let statement: FunctionStatement
        var queues: Bool
    }

    private(set) var connections: [String: ConnectStatement] = [:]
    private(set) var functions: [String: Function] = [:]
    private(set) var functionList: [FunctionStatement] = []
    private(set) var keyspaces: [String: Int] = [:]
    private(set) var keyspaceList: [KeyspaceStatement] = []
    private(set) var models: [String: Int] = [:]
    private(set) var modelList: [ModelStatement] = []
    /// Names that are assigned somewhere.
    let assignedNames: Set<String>
    /// The functions whose calls queue commands, by their index.
    private(set) var queueingIndices: Set<Int> = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ statements: [Statement]) {
        assignedNames = AssignedNames(statements).names
        for statement in statements {
            switch statement {
            case .connect(let connect): declare(connect)
            case .function(let function): declare(function)
            case .keyspace(let keyspace): declare(keyspace)
            case .model(let model): declare(model)
            default: break
            }
        }
        findQueueingFunctions()
    }

    private mutating func declare(_ connect: ConnectStatement) {
        let name = connect.name?.name ?? "default"
        if let other = connections[name] {
            if other.url.text != connect.url.text {
                diagnostics.append(.duplicate("connection", name, at: connect.span, other.span))
            }
            return
        }
        connections[name] = connect
    }

    private mutating func declare(_ function: FunctionStatement) {
        let name = function.name
        guard isNew(name, "function") else { return }
        if LibraryFunction(rawValue: name.name) != nil {
            diagnostics.append(.hidesLibrary(name))
        }
        functions[name.name] = Function(
            index: functionList.count,
            statement: function,
            queues: false
        )
        functionList.append(function)
    }

    /// Whether the script declares keys or records at all, and so can have methods.
    var hasTypes: Bool { !keyspaceList.isEmpty || !modelList.isEmpty }

    private mutating func declare(_ keyspace: KeyspaceStatement) {
        guard isNew(keyspace.name, "keyspace") else { return }
        keyspaces[keyspace.name.name] = keyspaceList.count
        keyspaceList.append(keyspace)
    }

    private mutating func declare(_ model: ModelStatement) {
        guard isNew(model.name, "model") else { return }
        models[model.name.name] = modelList.count
        modelList.append(model)
    }

    /// Functions, keyspaces and models are called alike, so they share their names.
    private mutating func isNew(_ name: Identifier, _ kind: String) -> Bool {
        guard let other = nameSpan(name.name) else { return true }
        diagnostics.append(.duplicate(kind, name.name, at: name.span, other))
        return false
    }

    private func nameSpan(_ name: String) -> SourceSpan? {
        functions[name]?.statement.name.span
            ?? keyspaces[name].map { keyspaceList[$0].name.span }
            ?? models[name].map { modelList[$0].name.span }
    }

    // MARK: What queues

    /// A function queues if its body holds a command, or a call of a function that does.
    private mutating func findQueueingFunctions() {
        var callers: [String: [String]] = [:]
        var queueing: [String] = []
        for function in functionList {
            var finder = CallFinder(models: Set(models.keys))
            finder.visit(function)
            for callee in finder.callees { callers[callee, default: []].append(function.name.name) }
            if finder.hasCommands { queueing.append(function.name.name) }
        }
        while let name = queueing.popLast() {
            guard functions[name]?.queues == false else { continue }
            functions[name]?.queues = true
            queueing += callers[name] ?? []
        }
        queueingIndices = Set(functions.values.lazy.filter(\.queues).map(\.index))
    }
}

extension Diagnostic {
    static func duplicate(
        _ kind: String,
        _ name: String,
        at span: SourceSpan,
        _ other: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0208", "the \(kind) `\(name)` is declared twice", at: span)
            .mark(other, "first declared here")
    }

    fileprivate static func hidesLibrary(_ name: Identifier) -> Diagnostic {
        Diagnostic("E0208", "`\(name.name)` is a function of the library", at: name.span)
            .help("give the function another name")
    }
}
