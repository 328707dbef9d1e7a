import ArgumentParser
import Glibc

/// The form `redpipe pipe [FILE|-]`, which a redirected standard input means without it.
struct PipeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipe",
        abstract: "Send a command list, a command a line, as redis-cli reads them.",
        discussion: """
            A list whose first byte is `*` is RESP, as for `redis-cli --pipe`. Blank lines and lines \
            that begin with `#` are skipped.
            """,
        helpNames: .long
    )

    @OptionGroup var common: CommonArguments

    @Argument(help: "The list; `-` is standard input.")
    var file = "-"

    func run() throws {
        let source = CommandSource(try InputReader(path: file))
        throw try ListSession(common).run(source).exitCode
    }
}
