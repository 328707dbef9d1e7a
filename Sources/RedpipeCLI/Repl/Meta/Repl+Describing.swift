import RedpipeRuntime

extension Repl {
    /// `\d`: lists what the session has declared, or shows one of it.
    func describe(_ name: String) {
        guard name.isEmpty else { return describeOne(name) }
        let functions = script.functionNames.compactMap { script.signature(of: $0) }
        let variables = script.variableNames.compactMap { name in
            script.value(of: name).map { (name, $0) }
        }
        let types = script.types
        guard !functions.isEmpty || !variables.isEmpty || !types.isEmpty else {
            return output.say("nothing was declared yet\n")
        }
        if !types.isEmpty { screen.write("keyspaces and models:\n") }
        for type in types { screen.write("  \(type.text)\n") }
        if !functions.isEmpty { screen.write("functions:\n") }
        for function in functions { screen.write("  \(function)\n") }
        if !variables.isEmpty { screen.write("variables:\n") }
        let width = variables.map(\.0.count).max() ?? 0
        for (name, value) in variables {
            let padding = String(repeating: " ", count: width - name.count)
            screen.write("  \(name)\(padding)  \(value.kindName), \(excerpt(of: value))\n")
        }
    }

    private func describeOne(_ name: String) {
        if let text = script.text(of: name) { return screen.write(text + "\n") }
        if let value = script.value(of: name) { return output.show(value.reply, name: name) }
        complain("nothing of this session is called `\(name)`")
    }

    /// The beginning of a value, on one line.
    private func excerpt(of value: Value) -> String {
        var printer = HumanPrinter(destination: .terminal)
        var text: [UInt8] = []
        if case .list(let items) = value, items.count > 5 { return "\(items.count) items" }
        if case .map(let map) = value { return "\(map.count) keys" }
        printer.append(value.reply, to: &text)
        let line = String(decoding: text.map { $0 == 0x0a ? 0x20 : $0 }, as: UTF8.self)
            .trimmingBlanks
        return line.count > 60 ? line.prefix(59) + "…" : line
    }
}
