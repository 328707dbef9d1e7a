/// What `--version` says.
enum Version {
    static let number = "0.1.0"

    static let text = """
        redpipe \(number)
        License GPL-3.0-or-later; the libraries underneath are Apache-2.0.

        """
}
