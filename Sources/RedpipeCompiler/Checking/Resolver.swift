import RedpipeCommands
import RedpipeSyntax

/// Turns a tree into a plan: gives each name its place, each call its function, each command its rules.
///
/// What it cannot give a meaning it reports; it goes on to find the rest.
struct Resolver {
    let script: LoadedScript
    let declarations: Declarations
    let outsideConnections: Set<String>
    /// It is a line of a session.
    let isInteractive: Bool
    var diagnostics: [Diagnostic]
    /// Warnings of lines that have no effect: of interest only if nothing is wrong, for what is wrong
    /// may be why.
    var idleLines: [Diagnostic] = []
    var plan = Plan()
    var frame: FrameScope
    var surroundings = Surroundings()
    /// Where the expression stands that is resolved next.
    var callPosition = CallPosition.value
    /// What names are bound to that never change.
    var staticTypes: [FramePlace: StaticType] = [:]
    /// Every frame there was: they are told apart by where they lie in memory.
    private var frames: [FrameScope] = []
    /// What the text says of the value of the delayed expression that was resolved last.
    var delayedType: StaticType?
    /// What `let … <-` binds while its source is resolved, for messages.
    var bindingName: String?
    /// The commands resolved so far.
    var commandCount = 0
    private let top: FrameScope
    /// What `let … =` has bound, to be looked at when everything has been read.
    private var knownBindings: [KnownBinding] = []

    private struct KnownBinding {
        let name: Identifier
        let place: Place
        let frame: FrameScope
    }

    init(_ script: LoadedScript, connections: Set<String>, after earlier: EarlierLines?) {
        self.script = script
        outsideConnections = connections
        declarations = Declarations(Self.flattened(script.main, script))
        diagnostics = declarations.diagnostics
        isInteractive = earlier != nil
        frame = FrameScope(.top, after: earlier ?? EarlierLines())
        top = frame
    }

    /// The statements of a script with those of its includes in their place.
    private static func flattened(_ part: Script, _ script: LoadedScript) -> [Statement] {
        part.statements.flatMap { statement in
            guard case .include(let include) = statement,
                let included = script.included[include.span]
            else { return [statement] }
            return flattened(included, script)
        }
    }

    mutating func resolve() -> Plan {
        resolveConnections()
        resolveTypes()
        let statements = Self.flattened(script.main, script)
        plan.steps = resolveSteps(statements)
        for function in declarations.functionList { plan.functions.append(resolve(function)) }
        reportUnreadBindings()
        plan.globalCount = top.registerCount
        plan.globals = top.outermost.compactMapValues { variable in
            if case .global(let register) = variable.place { register } else { nil }
        }
        return plan
    }

    private mutating func resolveConnections() {
        for (name, connect) in declarations.connections.sorted(by: { $0.key < $1.key }) {
            plan.connections.append(
                ConnectionDeclaration(
                    name: name,
                    url: connect.url,
                    options: connect.options,
                    span: connect.span
                )
            )
        }
    }

    private mutating func resolve(_ function: FunctionStatement) -> FunctionPlan {
        frame = FrameScope(.function)
        frames.append(frame)
        surroundings = Surroundings(isInFunction: true, connection: nil)
        let parameters = function.parameters.map { parameter in
            if frame.variableInInnermostScope(parameter.name.name) != nil {
                report(.duplicateParameter(parameter.name))
            }
            let value = parameter.defaultValue.map { resolveExpression($0) }
            if let value, value.queues { report(.queueingDefault(at: value.span, parameter.name)) }
            _ = frame.declare(parameter.name.name, .parameter, at: parameter.name.span)
            return FunctionPlan.Parameter(name: parameter.name.name, defaultValue: value)
        }
        let steps = resolveSteps(function.body.statements)
        return FunctionPlan(
            name: function.name.name,
            parameters: parameters,
            steps: steps,
            registerCount: frame.registerCount,
            queues: declarations.functions[function.name.name]?.queues ?? false,
            span: function.span
        )
    }

    /// Whether what was probably meant is still looked for: of a thousand errors nobody sees most.
    var findsSuggestions: Bool { diagnostics.count < 10 * Checker.maximumDiagnostics }

    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// A place among those of all frames.
    struct FramePlace: Hashable {
        let frame: ObjectIdentifier
        let place: Place
    }

    /// Globals are the same in every frame.
    func frameKey(of place: Place) -> FramePlace {
        if case .global = place { return FramePlace(frame: ObjectIdentifier(top), place: place) }
        return FramePlace(frame: ObjectIdentifier(frame), place: place)
    }

    /// What a name is bound to holds for the place where a callback keeps it, too.
    mutating func noteType(of name: String, at place: Place) {
        guard let (owner, original) = owner(of: name) else { return }
        let key = FramePlace(frame: ObjectIdentifier(owner), place: original)
        staticTypes[frameKey(of: place)] = staticTypes[key]
    }

    // MARK: Names

    /// The place of a name as the running body sees it; what a callback reads it takes along.
    func place(of name: String) -> Place? {
        variable(name, in: frame)?.place
    }

    func isInScope(_ name: String) -> Bool {
        owner(of: name) != nil
    }

    /// The frame that a name belongs to, and its place there.
    private func owner(of name: String) -> (frame: FrameScope, place: Place)? {
        var scope = frame
        while true {
            if let variable = scope.ownVariable(name) { return (scope, variable.place) }
            guard case .callback(let parent) = scope.kind else { break }
            scope = parent
        }
        return top.outermost[name].map { (top, $0.place) }
    }

    // MARK: Unread bindings

    /// Notes that something reads a name.
    func noteRead(_ name: String) {
        if let (frame, place) = owner(of: name) { frame.noteRead(place) }
    }

    mutating func noteBinding(_ name: Identifier, at place: Place) {
        knownBindings.append(KnownBinding(name: name, place: place, frame: frame))
    }

    /// A `<-` binding is printed; one with `=` that nothing reads is of no use to anybody.
    ///
    /// What an included file binds may be read by others, and a session goes on.
    private mutating func reportUnreadBindings() {
        for binding in knownBindings
        where binding.name.span.source == script.main.source
            && !binding.frame.readPlaces.contains(binding.place)
            && !binding.name.name.hasPrefix("_")
            && !(isInteractive && binding.frame.isTop)
        {
            idleLines.append(.unread(binding.name).asWarning)
        }
    }

    private func variable(_ name: String, in scope: FrameScope) -> Variable? {
        if let own = scope.ownVariable(name) { return own }
        switch scope.kind {
        case .top: return nil
        case .function: return top.outermost[name]
        case .callback(let parent):
            guard let outer = variable(name, in: parent) else { return nil }
            return Variable(
                place: scope.capture(outer.place),
                kind: outer.kind,
                span: outer.span
            )
        }
    }

    /// Every name that could have been meant here.
    var knownNames: [String] {
        frame.visibleNames + Array(top.outermost.keys)
    }

    /// Runs a resolution in a frame of its own, for what may run later.
    mutating func inCallback<Result>(
        _ body: (inout Resolver) -> Result
    ) -> (result: Result, captures: [Capture], registerCount: Int) {
        let outer = frame
        let inner = FrameScope(.callback(parent: outer))
        frames.append(inner)
        frame = inner
        defer { frame = outer }
        let result = body(&self)
        return (result, inner.captures, inner.registerCount)
    }

    mutating func inScope<Result>(_ body: (inout Resolver) -> Result) -> Result {
        frame.openScope()
        defer { frame.closeScope() }
        return body(&self)
    }

    // MARK: Connections

    mutating func resolveConnection(_ name: Identifier) -> String {
        let isKnown =
            name.name == "default" || declarations.connections[name.name] != nil
            || outsideConnections.contains(name.name)
        if !isKnown { report(unknownConnection(name)) }
        return name.name
    }

    private func unknownConnection(_ name: Identifier) -> Diagnostic {
        let known = ["default"] + declarations.connections.keys + outsideConnections
        let diagnostic = Diagnostic("E0204", "unknown connection `\(name.name)`", at: name.span)
        if let nearest = Suggestion.nearest(to: name.name, in: known.sorted()) {
            return diagnostic.help("did you mean `\(nearest)`?")
        }
        return diagnostic.help("declare it: `connect \(name.name) redis://localhost:6379`")
    }
}

extension Diagnostic {
    fileprivate static func unread(_ name: Identifier) -> Diagnostic {
        Diagnostic("E0213", "`\(name.name)` is bound and never read", at: name.span)
            .help("a name that starts with `_` may be left unread")
    }

    fileprivate static func duplicateParameter(_ name: Identifier) -> Diagnostic {
        Diagnostic("E0208", "the parameter `\(name.name)` stands here twice", at: name.span)
    }

    fileprivate static func queueingDefault(
        at span: SourceSpan,
        _ parameter: Identifier
    ) -> Diagnostic {
        let name = parameter.name
        return Diagnostic(
            "E0206",
            "this call queues commands, so its value is not known here",
            at: span
        ).help(
            "a default is known when the function is called: "
                + "call it before, `let \(name) <- %text`, and hand `\(name)` over"
        )
    }

    static func queueingCall(at span: SourceSpan, name: String) -> Diagnostic {
        Diagnostic("E0206", "this call queues commands, so its value is not known here", at: span)
            .help("bind it on a line of its own: `let \(name) <- %text`")
    }
}
