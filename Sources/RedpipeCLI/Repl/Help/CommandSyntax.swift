import RedpipeCommands

/// The syntax of a command as the servers' documentation writes it.
///
///     SET key value [NX | XX] [GET] [EX seconds | PX milliseconds | …]
enum CommandSyntax {
    static func text(of command: Command) -> String {
        guard !command.isContainer else {
            return command.displayName + " "
                + command.subcommandNames.map { $0.uppercased() }.joined(separator: " | ") + " …"
        }
        return ([command.displayName] + command.arguments.map { text(of: $0) })
            .joined(separator: " ")
    }

    private static func text(of argument: CommandArgument) -> String {
        let one = unit(argument)
        let whole = argument.isMultiple ? one + " [" + repetition(of: argument) + " …]" : one
        return argument.isOptional ? "[" + whole + "]" : whole
    }

    private static func repetition(of argument: CommandArgument) -> String {
        argument.repeatsToken ? unit(argument) : content(argument)
    }

    /// The token with what follows it.
    private static func unit(_ argument: CommandArgument) -> String {
        guard let token = argument.token, argument.kind != .token else { return content(argument) }
        let content = content(argument)
        let needsBrackets = argument.kind == .oneOf
        return token + " " + (needsBrackets ? "<" + content + ">" : content)
    }

    private static func content(_ argument: CommandArgument) -> String {
        switch argument.kind {
        case .token: argument.token ?? argument.name.uppercased()
        case .oneOf: argument.children.map { text(of: $0) }.joined(separator: " | ")
        case .block: argument.children.map { text(of: $0) }.joined(separator: " ")
        default: argument.name
        }
    }
}
