import Redpipe
import RedpipeCompiler
import RedpipeSyntax

extension ConnectionDeclaration {
    /// The URL with `$NAME` replaced from the environment.
    ///
    /// A URL that is wholly `$NAME` is taken as it stands; elsewhere the value is percent-encoded.
    func resolvedURL(environment: (String) -> String?) throws(Diagnostic) -> String {
        let text = url.text
        guard text.contains("$") else { return text }
        var result = ""
        var rest = Substring(text)
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            let name = rest.prefix { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
            guard !name.isEmpty else { throw .bareDollar(at: url.span) }
            guard let value = environment(String(name)) else {
                throw .unsetVariable(String(name), at: url.span)
            }
            rest = rest[name.endIndex...]
            if text == "$" + name { return value }
            result += Self.percentEncoded(value)
        }
        return result + rest
    }

    // Reference: https://www.rfc-editor.org/rfc/rfc3986#section-2.3
    private static func percentEncoded(_ value: String) -> String {
        var text = ""
        for byte in value.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
                || "-._~".utf8.contains(byte)
            {
                text.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
        return text
    }

    /// Nothing is sent that may write.
    var isReadOnly: Bool { options.contains { $0.text == "readonly" } }

    /// The words behind the URL.
    func options(basedOn defaults: ConnectionOptions) throws(Diagnostic) -> ConnectionOptions {
        var result = defaults
        var given: [String: SourceSpan] = [:]
        for option in options {
            let parts = option.text.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            ).map(String.init)
            if let first = given.updateValue(option.span, forKey: parts[0]) {
                throw .connectionOptionTwice(parts[0], at: option.span, first)
            }
            switch (parts[0], parts.count) {
            case ("timeout", 2):
                let span = option.span
                result.replyTimeout = try Parser.duration(of: RawWord(text: parts[1], span: span))
            case ("name", 2): result.clientName = parts[1]
            case ("readonly", 1): break
            case ("replicas", 1), ("insecure", 1), ("cacert", 2), ("cert", 2),
                ("key", 2):
                throw Diagnostic("E0116", "`\(parts[0])` is not in this version", at: option.span)
            default: throw .unknownConnectionOption(option)
            }
        }
        return result
    }
}

extension Diagnostic {
    fileprivate static func bareDollar(at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0404", "a `$` in a URL names a variable of the environment", at: span)
            .help("a dollar sign itself is `%24`")
    }

    fileprivate static func unsetVariable(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic("E0404", "the environment has no `\(name)`", at: span)
    }

    fileprivate static func connectionOptionTwice(
        _ name: String,
        at span: SourceSpan,
        _ first: SourceSpan
    ) -> Diagnostic {
        Diagnostic("E0404", "the option `\(name)` is given twice", at: span)
            .mark(first, "first given here")
    }

    fileprivate static func unknownConnectionOption(_ word: RawWord) -> Diagnostic {
        Diagnostic("E0404", "`\(word.text)` is no option of a connection", at: word.span)
            .help(
                "options are `timeout=5s`, `name=app` and `readonly`; a name stands before the URL"
            )
    }
}
