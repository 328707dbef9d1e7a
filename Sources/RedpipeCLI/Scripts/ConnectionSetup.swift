import Glibc
import Redpipe
import RedpipeCompiler
import RedpipeSyntax

/// Decides where each connection of a run goes, and starts the servers that it brings along.
///
/// An option beats a declaration; `default` falls back to `REDPIPE_URL` and the local server.
struct ConnectionSetup {
    private let common: ProgramOptions
    private let prefersRESP3: Bool
    /// What `--connect` says.
    private var overrides: [String: String] = [:]
    /// Servers that end with the run.
    let servers = ScratchServers()
    /// Connections of the user's own, for names that nothing else declares.
    var profiles: Profiles?

    init(_ common: ProgramOptions, prefersRESP3: Bool) throws(ProgramError) {
        self.common = common
        self.prefersRESP3 = prefersRESP3
        for assignment in common.connections {
            let parts = assignment.split(separator: "=", maxSplits: 1).map(String.init)
            // What was given may be a URL with a password, so it is not shown.
            guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains(":") else {
                throw ProgramError("--connect takes NAME=URL", .usage)
            }
            overrides[parts[0]] = parts[1]
        }
        if let url = common.url { overrides["default"] = url }
        try refuseMixture()
        try checkURLs()
    }

    /// Connections that are declared outside the script.
    var names: Set<String> { Set(overrides.keys).union(usableProfiles) }

    /// Whether a name leads to a private server, by the options.
    func isScratch(_ name: String) -> Bool {
        common.usesScratchServers || overrides[name] == "scratch:"
    }

    /// A run on private servers uses no others.
    private var usableProfiles: Set<String> {
        common.usesScratchServers ? [] : profiles?.names ?? []
    }

    /// Those of the user's own connections in which nothing may be written.
    func readOnlyProfiles(besides declarations: [ConnectionDeclaration]) -> Set<String> {
        (profiles?.readOnlyNames ?? []).intersection(usableProfiles)
            .subtracting(overrides.keys).subtracting(declarations.map(\.name))
    }

    private func refuseMixture() throws(ProgramError) {
        if common.usesScratchServers, !overrides.isEmpty || common.hasAddress {
            throw ProgramError(
                "--scratch does not go with --url, --connect, -h, -p or -s",
                .usage
            )
        }
        if overrides["default"] != nil, common.hasAddress {
            throw ProgramError("--url does not go with -h, -p or -s", .usage)
        }
        if common.user != nil, common.password == nil, environment("REDISCLI_AUTH") == nil {
            throw ProgramError("--user needs a password: --askpass or REDISCLI_AUTH", .usage)
        }
    }

    /// A wrong URL ends the run before anything is sent, also where its connection is not used.
    private func checkURLs() throws(ProgramError) {
        for (_, url) in overrides.sorted(by: { $0.key < $1.key }) { _ = try optionTarget(url) }
    }

    // MARK: Definitions

    /// Defines the connections of a script.
    ///
    /// - Throws: A diagnostic at the declaration that is wrong.
    func define(
        _ declarations: [ConnectionDeclaration],
        in connections: Connections
    ) throws {
        try defineDeclared(declarations, in: connections)
        for (name, url) in overrides where !declarations.contains(where: { $0.name == name }) {
            define(name, try optionTarget(url), options, in: connections)
        }
        defineProfiles(in: connections)
        if !connections.isDefined(.default) { try defineDefault(in: connections) }
    }

    /// The user's own connections come last: whatever else names a connection beats them.
    private func defineProfiles(in connections: Connections) {
        for name in usableProfiles.sorted() where !connections.isDefined(ConnectionName(name)) {
            if name == "default", common.hasAddress || environment("REDPIPE_URL") != nil {
                continue
            }
            profiles?.define(
                name,
                in: connections,
                options: options,
                environment: environment
            )
        }
    }

    /// Defines those connections alone that are declared.
    ///
    /// - Parameters:
    ///   - declarations: The declarations.
    ///   - connections: Where to define them.
    ///   - beatsOptions: A person has typed them, who knows what the options say.
    /// - Throws: A diagnostic at the declaration that is wrong.
    func defineDeclared(
        _ declarations: [ConnectionDeclaration],
        in connections: Connections,
        beatsOptions: Bool = false
    ) throws {
        for declaration in declarations {
            let options = try declaration.options(basedOn: options)
            if beatsOptions, !common.usesScratchServers {
                // The password of the options is not for a server that they do not name.
                let target = try ownTarget(of: declaration)
                define(declaration.name, target, options, isAdapted: false, in: connections)
            } else {
                define(declaration.name, try target(of: declaration), options, in: connections)
            }
        }
    }

    /// What is wrong with the connections of a script, whatever the environment holds.
    func problems(in declarations: [ConnectionDeclaration]) -> [Diagnostic] {
        declarations.compactMap { declaration in
            do {
                _ = try declaration.options(basedOn: options)
                let text = declaration.url.text
                // A variable may be set where the script will run; then only the rest is known here.
                let url = try declaration.resolvedURL { environment($0) ?? "x" }
                if !text.hasPrefix("$") { _ = try target(of: url, in: declaration) }
                return nil
            } catch {
                return error as? Diagnostic
            }
        }
    }

    /// Defines `default` alone, where no script declares it.
    func defineDefault(in connections: Connections) throws(ProgramError) {
        let url = overrides["default"] ?? (common.hasAddress ? nil : environment("REDPIPE_URL"))
        define("default", try optionTarget(url ?? ""), options, in: connections)
    }

    /// What a connection leads to.
    private enum Target {
        case scratchServer
        case endpoint(Endpoint)
    }

    private func define(
        _ name: String,
        _ target: Target,
        _ options: ConnectionOptions,
        isAdapted: Bool = true,
        in connections: Connections
    ) {
        let name = ConnectionName(name)
        switch target {
        case .scratchServer:
            connections.define(as: name, options: options, atFirstUse: servers.start)
        case .endpoint(let endpoint):
            let own = isAdapted && name == .default ? adapted(endpoint) : endpoint
            connections.define(own, as: name, options: options)
        }
    }

    /// An option beats the declaration; variables of the environment are wanted only where that
    /// counts.
    private func target(of declaration: ConnectionDeclaration) throws -> Target {
        if common.usesScratchServers { return .scratchServer }
        if let url = overrides[declaration.name] { return try optionTarget(url) }
        if declaration.name == "default", common.hasAddress { return try optionTarget("") }
        return try ownTarget(of: declaration)
    }

    /// Where the declaration itself leads.
    private func ownTarget(of declaration: ConnectionDeclaration) throws -> Target {
        try target(of: declaration.resolvedURL(environment: environment), in: declaration)
    }

    private func target(
        of url: String,
        in declaration: ConnectionDeclaration
    ) throws(Diagnostic) -> Target {
        do throws(EndpointError) {
            return try Self.target(of: url)
        } catch {
            let diagnostic = Diagnostic("E0404", error.description, at: declaration.url.span)
            switch error {
            case .missingScheme, .unknownScheme:
                throw diagnostic.help(
                    "`redis://HOST:PORT/DB`; `scratch:` starts a server of its own for the run"
                )
            default: throw diagnostic
            }
        }
    }

    /// Where a URL of the command line or the environment leads; the address options for none.
    private func optionTarget(_ url: String) throws(ProgramError) -> Target {
        if common.usesScratchServers { return .scratchServer }
        guard !url.isEmpty else { return .endpoint(Endpoint(common.address)) }
        do throws(EndpointError) {
            return try Self.target(of: url)
        } catch {
            throw ProgramError(error.description, .usage)
        }
    }

    private static func target(of url: String) throws(EndpointError) -> Target {
        url == "scratch:" ? .scratchServer : .endpoint(try Endpoint(url: url))
    }

    // MARK: Options

    /// The default connection as `-n`, `-a` and `--user` want it.
    ///
    /// A password of the environment is for URLs that have none. Other connections never get it: they
    /// may be other people's.
    private func adapted(_ endpoint: Endpoint) -> Endpoint {
        let password =
            common.password
            ?? (endpoint.credentials == nil ? environment("REDISCLI_AUTH") : nil)
        let credentials = password.map { password in
            Credentials(
                user: common.user.map { Array($0.utf8) } ?? endpoint.credentials?.user,
                password: Array(password.utf8)
            )
        }
        return Endpoint(
            endpoint.address,
            credentials: credentials ?? endpoint.credentials,
            database: common.database ?? endpoint.database
        )
    }

    var options: ConnectionOptions {
        var options = ConnectionOptions()
        options.protocolVersion = speaksRESP3 ? .resp3 : .resp2
        if let seconds = common.replyTimeout { options.replyTimeout = .seconds(max(0, seconds)) }
        if let seconds = common.connectTimeout {
            options.connectTimeout = .seconds(max(0, seconds))
        }
        return options
    }

    private var speaksRESP3: Bool {
        common.protocolVersion.map { $0 == 3 } ?? prefersRESP3
    }

    private func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
}

extension ProgramOptions {
    /// `-h`, `-p` or `-s` was given.
    fileprivate var hasAddress: Bool { host != nil || port != nil || socket != nil }

    fileprivate var address: Endpoint.Address {
        if let socket { return .unix(path: socket) }
        return .tcp(host: host ?? "127.0.0.1", port: port ?? Endpoint.defaultPort)
    }
}
