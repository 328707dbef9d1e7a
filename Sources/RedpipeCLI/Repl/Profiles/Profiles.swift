import Redpipe
import RedpipeCompiler
import RedpipeSyntax

/// The named connections of a user, for the interactive mode and for scripts that do not declare
/// them.
struct Profiles {
    private let configuration: Configuration
    private let path: String

    /// - Returns: `nil` if the user has no configuration.
    init?() {
        guard let path = UserFolders.configurationPath, let bytes = try? FileInput.read(path) else {
            return nil
        }
        self.path = path
        configuration = Configuration(String(decoding: bytes, as: UTF8.self))
    }

    var names: Set<String> { Set(configuration.profiles.map(\.name)) }

    /// Those in which nothing may be written.
    var readOnlyNames: Set<String> {
        Set(configuration.profiles.filter { $0.options.contains("readonly") }.map(\.name))
    }

    /// Lines to be run when the interactive mode starts.
    var commands: [(place: String, text: String)] {
        configuration.commands.map { ("\(path):\($0.line)", $0.text) }
    }

    /// What is wrong with the file, each with its place.
    var problems: [String] {
        (configuration.problems + configuration.profiles.compactMap(problem)).map {
            "\(path):\($0)"
        }
    }

    /// What is wrong with a connection, whatever the environment holds.
    private func problem(_ profile: Configuration.Profile) -> String? {
        let declaration = ConnectionDeclaration(profile)
        do {
            _ = try declaration.options(basedOn: ConnectionOptions())
            let isVariable = profile.url.hasPrefix("$")
            _ =
                isVariable
                ? nil
                : try Endpoint(url: declaration.resolvedURL { UserFolders.environment($0) ?? "x" })
            return nil
        } catch {
            return "\(profile.line): \((error as? Diagnostic)?.message ?? "\(error)")"
        }
    }

    /// Defines one of the connections; its password is fetched when it is opened.
    ///
    /// One that is wrong is no error before it is used.
    func define(
        _ name: String,
        in connections: Connections,
        options defaults: ConnectionOptions,
        environment: (String) -> String?
    ) {
        do {
            try defineChecked(name, in: connections, options: defaults, environment: environment)
        } catch {
            let words = (error as? Diagnostic)?.message ?? "\(error)"
            let problem = "the configuration is wrong: \(words)"
            connections.define(as: ConnectionName(name), options: defaults) {
                () throws(ConnectionError) in throw .unreachable(problem)
            }
        }
    }

    private func defineChecked(
        _ name: String,
        in connections: Connections,
        options defaults: ConnectionOptions,
        environment: (String) -> String?
    ) throws {
        guard let profile = configuration.profiles.last(where: { $0.name == name }) else { return }
        let declaration = ConnectionDeclaration(profile)
        let options = try declaration.options(basedOn: defaults)
        let url = try declaration.resolvedURL(environment: environment)
        let endpoint = try Endpoint(url: url)
        guard let password = profile.password else {
            return connections.define(endpoint, as: ConnectionName(name), options: options)
        }
        connections.define(as: ConnectionName(name), options: options) {
            () throws(ConnectionError) in try Self.endpoint(endpoint, password)
        }
    }

    private static func endpoint(
        _ endpoint: Endpoint,
        _ source: Configuration.PasswordSource
    ) throws(ConnectionError) -> Endpoint {
        do throws(ProgramError) {
            let password = Array(try Password.fetch(source).utf8)
            return Endpoint(
                endpoint.address,
                credentials: Credentials(user: endpoint.credentials?.user, password: password),
                database: endpoint.database
            )
        } catch {
            throw .unreachable(error.message)
        }
    }
}

extension ConnectionDeclaration {
    fileprivate init(_ profile: Configuration.Profile) {
        let span = SourceSpan(source: SourceID(rawValue: -1), range: 0..<0)
        self.init(
            name: profile.name,
            url: RawWord(text: profile.url, span: span),
            options: profile.options.map { RawWord(text: $0, span: span) },
            span: span
        )
    }
}
