import RedpipeSyntax

/// A name with its register.
struct Variable {
    enum Kind {
        case binding
        case parameter
        case loop
    }

    let place: Place
    let kind: Kind
    /// `nil` for a name that a session brought along.
    let span: SourceSpan?
}

/// The registers of one running body and the names that stand for them.
///
/// Three kinds of body have a frame: the top level, a function, and what runs later in a callback. A
/// callback's frame copies what it reads from the frame around it (``captures``).
final class FrameScope {
    enum Kind {
        case top
        case function
        case callback(parent: FrameScope)
    }

    let kind: Kind
    private(set) var registerCount: Int
    private(set) var captures: [Capture] = []
    private var captured: [Place: Int] = [:]
    /// The places that something reads.
    private(set) var readPlaces: Set<Place> = []
    private var scopes: [[String: Variable]]
    /// The names of scopes that have ended, for messages.
    private var ended: [String: SourceSpan] = [:]

    init(_ kind: Kind, after earlier: EarlierLines = EarlierLines()) {
        self.kind = kind
        registerCount = earlier.globalCount
        scopes = [
            earlier.globals.mapValues {
                Variable(place: .global($0), kind: .binding, span: nil)
            }
        ]
    }

    var isTop: Bool {
        if case .top = kind { true } else { false }
    }

    func newPlace() -> Place {
        defer { registerCount += 1 }
        return isTop ? .global(registerCount) : .local(registerCount)
    }

    func noteRead(_ place: Place) { readPlaces.insert(place) }

    func openScope() { scopes.append([:]) }

    func closeScope() {
        for (name, variable) in scopes.removeLast() { ended[name] = variable.span }
    }

    /// Where a name was bound in a scope that has ended.
    func endedBinding(of name: String) -> SourceSpan? {
        if let span = ended[name] { return span }
        guard case .callback(let parent) = kind else { return nil }
        return parent.endedBinding(of: name)
    }

    /// The names of the outermost scope: what functions see of the top level.
    var outermost: [String: Variable] { scopes.first ?? [:] }

    func variableInInnermostScope(_ name: String) -> Variable? {
        scopes.last?[name]
    }

    /// A name of this frame itself, from the innermost scope outwards.
    func ownVariable(_ name: String) -> Variable? {
        for scope in scopes.reversed() {
            if let variable = scope[name] { return variable }
        }
        return nil
    }

    /// Binds a name in the innermost scope; a second binding there keeps the register.
    func declare(_ name: String, _ kind: Variable.Kind, at span: SourceSpan?) -> Variable {
        let place = variableInInnermostScope(name)?.place ?? newPlace()
        let variable = Variable(place: place, kind: kind, span: span)
        scopes[scopes.count - 1][name] = variable
        return variable
    }

    func capture(_ place: Place) -> Place {
        if let register = captured[place] { return .local(register) }
        let register = registerCount
        registerCount += 1
        captured[place] = register
        captures.append(Capture(from: place, register: register))
        return .local(register)
    }

    /// All names in scope here, for did-you-mean.
    var visibleNames: [String] {
        var names = scopes.flatMap(\.keys)
        if case .callback(let parent) = kind { names += parent.visibleNames }
        return names
    }
}
