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
    /// The functions whose calls queue commands, by their index.
    private(set) var queueingIndices: Set<Int> = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ statements: [Statement]) {
        for statement in statements {
            switch statement {
            case .connect(let connect): declare(connect)
            case .function(let function): declare(function)
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
        if let other = functions[name.name] {
            diagnostics.append(
                .duplicate("function", name.name, at: name.span, other.statement.name.span)
            )
            return
        }
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

    // MARK: What queues

    /// A function queues if its body holds a command, or a call of a function that does.
    private mutating func findQueueingFunctions() {
        var callers: [String: [String]] = [:]
        var queueing: [String] = []
        for function in functionList {
            var finder = CallFinder()
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
