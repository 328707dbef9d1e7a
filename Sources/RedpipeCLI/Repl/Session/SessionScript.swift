import Redpipe
import RedpipeCommands
import RedpipeCompiler
import RedpipeRuntime
import RedpipeSyntax

/// What the lines of an interactive session have declared so far: one script that grows.
///
/// Functions, keyspaces and models are kept as trees and resolved anew with each line, so that they
/// see what was declared after them. A line that is wrong changes nothing.
struct SessionScript {
    private var loader = ScriptLoader()
    private var declarations: [Statement] = []
    private(set) var earlier = EarlierLines()
    /// The registers of the top level.
    private(set) var values: [Value] = []

    var files: SourceFiles { loader.files }

    /// What diagnostics call a line.
    static let lineName = "<input>"
}

extension SessionScript {
    /// Checks a line, on top of all that came before.
    ///
    /// - Parameters:
    ///   - text: What was typed, or the text of a file.
    ///   - name: What diagnostics call it.
    ///   - firstLine: The number of its first line in what it is a part of.
    ///   - connections: The names of the connections there are.
    /// - Returns: What can be run, or what is wrong.
    mutating func check(
        _ text: [UInt8],
        name: String = lineName,
        firstLine: Int = 1,
        connections: Set<String>
    ) -> Result<SessionInput, DiagnosticList> {
        let folder = name == Self.lineName ? "" : ScriptLoader.folder(of: name)
        // With the line break the parser knows that nothing is to follow on this line.
        let bytes = text.last == UInt8(ascii: "\n") ? text : text + [UInt8(ascii: "\n")]
        if ValueLine.isCandidate(bytes, names: Set(earlier.globals.keys)),
            let value = valueStatement(ValueLine.expression(in: bytes), name, firstLine)
        {
            return check(LoadedScript(main: value), connections).map { $0.asValue }
        }
        let loaded = loader.load(
            name: name,
            bytes: bytes,
            folder: folder,
            firstLine: firstLine
        )
        let wrong = loader.takeDiagnostics()
        if wrong.isEmpty { return check(loaded, connections) }
        // `len(xs) + 1` begins as a call does, and is none.
        guard let callee = ValueLine.callee(of: bytes), argumentNames(of: callee) != nil,
            let value = valueStatement(bytes, name, firstLine)
        else { return .failure(DiagnosticList(wrong)) }
        return check(LoadedScript(main: value), connections).map { $0.asValue }
    }

    private func check(
        _ loaded: LoadedScript,
        _ connections: Set<String>
    ) -> Result<SessionInput, DiagnosticList> {
        let statements = Self.flattened(loaded.main, loaded)
        let declared = statements.filter { $0.declaredName != nil }
        let names = Set(declared.compactMap(\.declaredName))
        let kept = declarations.filter { !names.contains($0.declaredName ?? "") }
        var whole = LoadedScript(
            main: Script(
                source: loaded.main.source,
                statements: loaded.main.statements + kept
            )
        )
        whole.included = loaded.included
        return Checker.check(whole, connections: connections, after: earlier).map { script in
            SessionInput(
                script: script,
                source: loaded.main.source,
                declarations: kept + declared,
                redefined: declarations.compactMap(\.declaredName).filter(names.contains),
                statements: statements,
                yieldsValue: statements.last.map { !callsForEffect($0, kept + declared) } ?? true
            )
        }
    }

    /// Whether a line calls a function that returns nothing, so that there is nothing to show.
    private func callsForEffect(_ statement: Statement, _ declarations: [Statement]) -> Bool {
        guard case .action(let action) = statement, case .call(let expression) = action.action,
            case .call(let call) = expression.kind, case .name(let callee) = call.callee.kind,
            case .function(let function)? = declarations.last(where: { $0.declaredName == callee })
        else { return false }
        return !function.body.returnsValue
    }

    /// The statements of a script with those of its includes in their place.
    private static func flattened(_ part: Script, _ loaded: LoadedScript) -> [Statement] {
        part.statements.flatMap { statement in
            guard case .include(let include) = statement,
                let included = loaded.included[include.span]
            else { return [statement] }
            return flattened(included, loaded)
        }
    }

    /// A line that is no command but a value: `user.name`, `xs[0]`, `(a + b)`.
    private mutating func valueStatement(
        _ text: [UInt8],
        _ name: String,
        _ firstLine: Int
    ) -> Script? {
        let source = SourceText(id: SourceID(rawValue: -1), name: name, bytes: text)
        guard Parser.parseExpression(source) != nil else { return nil }
        let kept = loader.addText(name: name, bytes: text, firstLine: firstLine)
        guard let expression = Parser.parseExpression(kept) else { return nil }
        let action = ActionStatement(tryWord: nil, action: .call(expression))
        return Script(source: kept.id, statements: [.action(action)])
    }
}

extension SessionScript {
    /// Takes over what a line has declared and bound.
    ///
    /// A name whose line has failed keeps its former value, or stays unknown.
    ///
    /// - Returns: The names that had a value before and have a new one.
    mutating func adopt(_ input: SessionInput, _ registers: [Value]) -> Set<String> {
        declarations = input.declarations
        let former = values
        values = registers
        var globals = input.script.plan.globals
        let rebound = globals.filter { name, register in
            registers[register].isThere && earlier.globals[name].map { $0 != register } ?? false
        }
        for (name, register) in globals where !registers[register].isThere {
            if let old = earlier.globals[name], former.indices.contains(old) {
                values[register] = former[old]
            } else {
                globals[name] = nil
            }
        }
        earlier.globals = globals
        earlier.globalCount = registers.count
        return Set(rebound.keys)
    }

    // MARK: What there is

    /// The names of values, sorted.
    var variableNames: [String] { earlier.globals.keys.sorted() }

    /// The names of functions, sorted.
    var functionNames: [String] { functions.map(\.name.name).sorted() }

    private var functions: [FunctionStatement] {
        declarations.compactMap { if case .function(let function) = $0 { function } else { nil } }
    }

    /// The keyspaces and models, with the first line of their declarations, by name.
    var types: [(name: String, text: String)] {
        declarations.compactMap { statement in
            switch statement {
            case .keyspace(let keyspace): (keyspace.name.name, text(of: keyspace.span))
            case .model(let model): (model.name.name, text(of: model.span))
            default: nil
            }
        }.sorted { $0.name < $1.name }
    }

    /// What can stand behind the dot of a keyspace's key or of a model's handle.
    func members(ofType name: String) -> [String] {
        for declaration in declarations where declaration.declaredName == name {
            switch declaration {
            case .keyspace(let keyspace):
                return KeyspaceType(rawValue: keyspace.type.name)?.memberNames ?? []
            case .model(let model):
                return model.fields.map(\.name.name) + RecordValue.memberNames
            default: return []
            }
        }
        return []
    }

    /// What a function or a model takes by name; `nil` for an unknown one.
    func argumentNames(of name: String) -> [String]? {
        switch declarations.last(where: { $0.declaredName == name }) {
        case .function(let function): function.parameters.map(\.name.name)
        case .model(let model): model.fields.map(\.name.name)
        default: LibraryFunction(rawValue: name)?.namedArguments
        }
    }

    private func text(of span: SourceSpan) -> String {
        guard let source = files[span.source] else { return "" }
        return String(decoding: source.bytes[span.range], as: UTF8.self)
    }

    /// The value of a name; `nil` for an unknown one.
    func value(of name: String) -> Value? {
        guard let register = earlier.globals[name], values.indices.contains(register) else {
            return nil
        }
        return values[register].settled
    }

    /// The text with which a function, a keyspace or a model was declared.
    func text(of name: String) -> String? {
        declarations.first { $0.declaredName == name }.map { text(of: $0.extent) }
    }

    /// A function's parameters, as `name(a, b = …)`.
    func signature(of function: String) -> String? {
        guard let statement = functions.first(where: { $0.name.name == function }) else {
            return nil
        }
        let parameters = statement.parameters.map {
            $0.defaultValue == nil ? $0.name.name : $0.name.name + " = …"
        }
        return "\(function)(\(parameters.joined(separator: ", ")))"
    }
}

extension Value {
    /// Its line has run and has not failed.
    fileprivate var isThere: Bool {
        guard case .deferred(let deferred) = self else { return true }
        if case .known = deferred.reading { return true }
        return false
    }
}
