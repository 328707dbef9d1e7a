import Glibc

/// Asks a person for a password, on the terminal, without showing it.
enum PasswordPrompt {
    static func ask() throws(ProgramError) -> String {
        let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else {
            throw ProgramError("--askpass needs a terminal", .usage)
        }
        defer { close(terminal) }
        var settings = termios()
        unsafe tcgetattr(terminal, &settings)
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        unsafe tcsetattr(terminal, TCSAFLUSH, &silent)
        defer { unsafe tcsetattr(terminal, TCSAFLUSH, &settings) }
        write("Password: ", to: terminal)
        let password = readLine(from: terminal)
        write("\n", to: terminal)
        return password
    }

    private static func write(_ text: String, to terminal: Int32) {
        let bytes = Array(text.utf8)
        _ = unsafe Glibc.write(terminal, bytes, bytes.count)
    }

    private static func readLine(from terminal: Int32) -> String {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while unsafe read(terminal, &byte, 1) == 1, byte != UInt8(ascii: "\n") {
            line.append(byte)
        }
        return String(decoding: line, as: UTF8.self)
    }
}
