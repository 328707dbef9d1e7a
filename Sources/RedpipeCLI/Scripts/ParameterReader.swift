import RedpipeCommands
import RedpipeCompiler
import RedpipeRuntime

/// Reads the parameters of a script from the command line: each has the type of its default, text
/// without one.
struct ParameterReader {
    private let parameters: [ScriptParameter]
    private let scriptName: String

    init(_ parameters: [ScriptParameter], scriptName: String) {
        self.parameters = parameters
        self.scriptName = scriptName
    }

    /// A value or `nil` for each parameter, in the order of declaration.
    ///
    /// Assignments are `name=value`, from `--set`; the words are taken in order by the parameters that
    /// they did not give.
    func read(assignments: [String], words: [String]) throws(ProgramError) -> [Value?] {
        var texts = [[String]?](repeating: nil, count: parameters.count)
        for assignment in assignments {
            let parts = assignment.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard parts.count == 2 else {
                throw usage("--set takes name=value, not `\(assignment)`")
            }
            let name = String(parts[0])
            guard let index = parameters.firstIndex(where: { $0.name == name }) else {
                let nearest = Suggestion.nearest(to: name, in: parameters.map(\.name))
                let hint = nearest.map { "; did you mean `\($0)`?" } ?? ""
                throw usage("the script has no parameter `\(name)`\(hint)")
            }
            texts[index] = [String(parts[1])]
        }
        var rest = words[...]
        for (index, parameter) in parameters.enumerated() where texts[index] == nil {
            if parameter.isRest {
                texts[index] = Array(rest)
                rest = []
            } else if let word = rest.popFirst() {
                texts[index] = [word]
            }
        }
        if let surplus = rest.first { throw usage("surplus argument `\(surplus)`") }
        var values: [Value?] = []
        for (parameter, text) in zip(parameters, texts) {
            values.append(try value(of: parameter, text))
        }
        return values
    }

    private func value(
        of parameter: ScriptParameter,
        _ texts: [String]?
    ) throws(ProgramError) -> Value? {
        if parameter.isRest { return .list((texts ?? []).map { .string(Array($0.utf8)) }) }
        guard let text = texts?.first else {
            if parameter.defaultValue != nil { return nil }
            throw usage("the parameter `\(parameter.name)` is missing")
        }
        let converted: Value? =
            switch parameter.type {
            case .integer: Int64(text).map { .integer($0) }
            case .float: Double(text).map { .float($0) }
            case .boolean: ["true": true, "false": false][text].map { .boolean($0) }
            case .collection: nil
            case .text: .string(Array(text.utf8))
            }
        guard let converted else { throw mismatch(parameter, text) }
        return converted
    }

    private func mismatch(_ parameter: ScriptParameter, _ text: String) -> ProgramError {
        let kind =
            switch parameter.type {
            case .integer: "an int"
            case .float: "a float"
            case .boolean: "`true` or `false`"
            case .collection: "a list or a map, which the command line cannot give"
            case .text: "a text"
            }
        return usage("the parameter `\(parameter.name)` is \(kind), not `\(text)`")
    }

    private func usage(_ message: String) -> ProgramError {
        let form = parameters.map { parameter in
            let name = parameter.isRest ? parameter.name + "..." : parameter.name
            return parameter.defaultValue == nil && !parameter.isRest ? name : "[\(name)]"
        }
        let words = [scriptName] + form
        return ProgramError(
            "\(message)\nusage: redpipe run \(words.joined(separator: " "))",
            .usage
        )
    }
}
