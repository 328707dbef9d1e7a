import RedpipeRESP

/// One command in a server's reply to COMMAND.
struct CommandInfo {
    let name: String
    let arity: Int
}

extension RESPValue {
    /// All commands and subcommands in a reply to COMMAND.
    var infos: [CommandInfo] {
        guard case .array(let commands) = self else { return [] }
        return commands.flatMap { command -> [CommandInfo] in
            guard case .array(let facts) = command, facts.count > 9,
                case .integer(let arity) = facts[1]
            else { return [] }
            let info = CommandInfo(name: facts[0].text.lowercased(), arity: Int(arity))
            return [info] + facts[9].infos
        }
    }
}
