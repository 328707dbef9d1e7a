/// What the words of a command name.
public enum CommandLookup: Hashable, Sendable {
    /// A command, or the subcommand of a container.
    case command(Command)
    /// The first word is no known command.
    case unknownCommand
    /// The first word is a container, the second none of its subcommands.
    case unknownSubcommand(container: Command)
    /// A container alone, which it may not stand: `CONFIG`.
    case missingSubcommand(container: Command)
}
