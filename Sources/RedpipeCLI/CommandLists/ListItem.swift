/// What comes next in a command list.
enum ListItem {
    /// A command; its source holds its bytes.
    case command(ListedCommand)
    /// Something to say, in its turn among the replies.
    case notice(ListNotice)
    /// `connect HOST PORT`: all later commands go there.
    case connect(host: String, port: UInt16)
    /// The input may have more, but not now.
    case starved
    /// The list ends here.
    case end
}

/// A command of a list, apart from its bytes.
struct ListedCommand {
    /// Its line, or its number in a list that is RESP.
    let line: Int
    var role = CommandRole.ordinary
    /// How often it is to be sent, by a number in front of it.
    var times: Int?
}

/// Text that takes its turn among the replies.
struct ListNotice {
    /// What standard output gets.
    var output: [UInt8] = []
    /// A message about the line for standard error.
    var message: String?
    let line: Int
    /// The column that the message is about.
    var column: Int?
    /// Whether a line was not sent that should have been.
    var isRefusal: Bool { message != nil }
}
