import Glibc

/// How much text fits on the screen.
struct TerminalSize: Equatable {
    let rows: Int
    let columns: Int

    /// The size of a terminal; 24 by 80 if it does not tell.
    init(descriptor: Int32) {
        var size = winsize()
        let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
        rows = isKnown && size.ws_row > 0 ? Int(size.ws_row) : 24
        columns = isKnown && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}
