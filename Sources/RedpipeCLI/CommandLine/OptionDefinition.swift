/// One option: its names, what it takes and what it sets.
///
/// The table of these is all there is to the command line. A parser by reflection was tried: it took
/// two thirds of the time of a short run, which would have made `redpipe cmd PING` slower than
/// `redis-cli PING`.
struct OptionDefinition: Sendable {
    /// The chapters of the help text.
    enum Chapter: String, CaseIterable, Sendable {
        case connecting = "Connecting"
        case printing = "Printing"
        case running = "Running"
    }

    enum Action: Sendable {
        case flag(@Sendable (inout ProgramOptions) -> Void)
        /// With the name of its value for help, and a reader that answers `nil` for a wrong one.
        case value(String, @Sendable (inout ProgramOptions, String) -> Void?)
    }

    let chapter: Chapter
    /// As typed, `-p` or `--port`, the shorter first.
    let names: [String]
    let help: String
    /// The commands that know it; `nil` for all that connect.
    let commands: [CommandName]?
    let action: Action

    static func flag(
        _ chapter: Chapter,
        _ names: String...,
        help: String,
        for commands: [CommandName]? = nil,
        set: @escaping @Sendable (inout ProgramOptions) -> Void
    ) -> OptionDefinition {
        OptionDefinition(
            chapter: chapter,
            names: names,
            help: help,
            commands: commands,
            action: .flag(set)
        )
    }

    static func value(
        _ chapter: Chapter,
        _ names: String...,
        takes name: String,
        help: String,
        for commands: [CommandName]? = nil,
        set: @escaping @Sendable (inout ProgramOptions, String) -> Void?
    ) -> OptionDefinition {
        OptionDefinition(
            chapter: chapter,
            names: names,
            help: help,
            commands: commands,
            action: .value(name, set)
        )
    }

    func isKnown(to command: CommandName) -> Bool {
        commands?.contains(command) ?? command.connects
    }
}
