import RedpipeCompiler
import RedpipeSyntax

/// Reads a script with all that it includes, and parses them.
struct ScriptLoader {
    private(set) var files = SourceFiles()
    private(set) var diagnostics: [Diagnostic] = []
    /// Paths that were included, and those that are being read.
    private var seen: Set<String> = []
    private var open: [String] = []

    /// Reads a script: a file, or standard input for `-`.
    mutating func load(path: String) throws(ProgramError) -> LoadedScript {
        let bytes = try FileInput.read(path)
        let name = path == "-" ? "<stdin>" : path
        return load(name: name, bytes: bytes, folder: Self.folder(of: path))
    }

    mutating func load(
        name: String,
        bytes: [UInt8],
        folder: String,
        firstLine: Int = 1
    ) -> LoadedScript {
        let path = Self.join("", name)
        open = [path]
        seen = [path]
        let script = parse(name: name, bytes: bytes, firstLine: firstLine)
        var loaded = LoadedScript(main: script)
        include(from: script, folder: folder, into: &loaded)
        return loaded
    }

    /// The diagnostics so far, for a session that goes on without them.
    mutating func takeDiagnostics() -> [Diagnostic] {
        defer { diagnostics = [] }
        return diagnostics
    }

    /// Adds a text that is no script of its own.
    mutating func addText(name: String, bytes: [UInt8], firstLine: Int) -> SourceText {
        files.add(name: name, bytes: bytes, firstLine: firstLine)
    }

    private mutating func parse(name: String, bytes: [UInt8], firstLine: Int = 1) -> Script {
        let source = files.add(name: name, bytes: bytes, firstLine: firstLine)
        let (script, found) = Parser.parse(source)
        diagnostics += found
        return script
    }

    private mutating func include(
        from script: Script,
        folder: String,
        into loaded: inout LoadedScript
    ) {
        for case .include(let include) in script.statements {
            let path = Self.join(folder, String(decoding: include.path, as: UTF8.self))
            if open.contains(path) {
                diagnostics.append(.cycle(open + [path], at: include.pathSpan))
            } else if seen.insert(path).inserted {
                read(path, for: include, into: &loaded)
            }
        }
    }

    private mutating func read(
        _ path: String,
        for include: IncludeStatement,
        into loaded: inout LoadedScript
    ) {
        do throws(ProgramError) {
            let bytes = try FileInput.read(path)
            open.append(path)
            let script = parse(name: path, bytes: bytes)
            loaded.included[include.span] = script
            self.include(from: script, folder: Self.folder(of: path), into: &loaded)
            open.removeLast()
        } catch {
            diagnostics.append(Diagnostic("E0211", error.message, at: include.span))
        }
    }

    // MARK: Paths

    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// A path relative to a folder, without `.` and `..` where they can be resolved.
    private static func join(_ folder: String, _ path: String) -> String {
        let whole = path.hasPrefix("/") ? path : folder + path
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return (whole.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}

extension Diagnostic {
    fileprivate static func cycle(_ paths: [String], at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0212", "these files include each other", at: span)
            .note(paths.joined(separator: " → "))
    }
}
