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
    }

    /// Connections that are declared outside the script.
    var names: Set<String> { Set(overrides.keys) }

    private func refuseMixture() throws(ProgramError) {
        guard common.usesScratchServers else { return }
        if !overrides.isEmpty || common.host != nil || common.port != nil || common.socket != nil {
            throw ProgramError(
                "--scratch does not go with --url, --connect, -h, -p or -s",
                .usage
            )
        }
    }

    // MARK: Definitions

    /// Defines the connections of a script.
    ///
    /// - Throws: A diagnostic at the declaration that is wrong.
    func define(
        _ declarations: [ConnectionDeclaration],
        in connections: Connections
    ) throws {
        for declaration in declarations {
            let options = try declaration.options(basedOn: options)
            try define(
                declaration.name,
                url: try url(of: declaration),
                options,
                at: declaration.url.span,
                in: connections
            )
        }
        for (name, url) in overrides where !declarations.contains(where: { $0.name == name }) {
            try define(name, url: url, options, at: nil, in: connections)
        }
        if !connections.isDefined(.default) { try defineDefault(in: connections) }
    }

    /// Variables of the environment are wanted only where the declaration counts.
    private func url(of declaration: ConnectionDeclaration) throws(Diagnostic) -> String {
        if common.usesScratchServers { return "scratch:" }
        if let url = overrides[declaration.name] { return url }
        return try declaration.resolvedURL(environment: environment)
    }

    /// Defines `default` alone, for command lists.
    func defineDefault(in connections: Connections) throws(ProgramError) {
        if common.usesScratchServers {
            return connections.define(options: options, atFirstUse: servers.start)
        }
        if let url = overrides["default"] ?? fallbackURL {
            return try define("default", url: url, options, in: connections)
        }
        connections.define(try endpointOfOptions(), options: options)
    }

    /// The address options beat `REDPIPE_URL`.
    private var fallbackURL: String? {
        guard common.host == nil, common.port == nil, common.socket == nil else { return nil }
        return environment("REDPIPE_URL")
    }

    private func define(
        _ name: String,
        url: String,
        _ options: ConnectionOptions,
        at span: SourceSpan?,
        in connections: Connections
    ) throws {
        do throws(ProgramError) {
            try define(name, url: url, options, in: connections)
        } catch {
            guard let span, error.status == .wrongScript else { throw error }
            throw Diagnostic("E0404", error.message, at: span)
        }
    }

    private func define(
        _ name: String,
        url: String,
        _ options: ConnectionOptions,
        in connections: Connections
    ) throws(ProgramError) {
        let name = ConnectionName(name)
        if common.usesScratchServers || url == "scratch:" {
            return connections.define(as: name, options: options, atFirstUse: servers.start)
        }
        do throws(EndpointError) {
            connections.define(
                withCredentials(try Endpoint(url: url)),
                as: name,
                options: options
            )
        } catch {
            throw ProgramError(error.description, .wrongScript)
        }
    }

    // MARK: Options

    private func endpointOfOptions() throws(ProgramError) -> Endpoint {
        let address: Endpoint.Address =
            if let socket = common.socket {
                .unix(path: socket)
            } else {
                .tcp(
                    host: common.host ?? "127.0.0.1",
                    port: common.port ?? Endpoint.defaultPort
                )
            }
        return withCredentials(Endpoint(address, database: common.database ?? 0))
    }

    /// The password of the options or the environment, where the URL has none.
    private func withCredentials(_ endpoint: Endpoint) -> Endpoint {
        guard endpoint.credentials == nil,
            let password = common.password ?? environment("REDISCLI_AUTH")
        else { return endpoint }
        return Endpoint(
            endpoint.address,
            credentials: Credentials(
                user: common.user.map { Array($0.utf8) },
                password: Array(password.utf8)
            ),
            database: endpoint.database
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
