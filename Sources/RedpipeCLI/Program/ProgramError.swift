/// An error of the program around a script: a message for stderr and how the program ends.
struct ProgramError: Error {
    let message: String
    let status: ExitStatus

    init(_ message: String, _ status: ExitStatus) {
        self.message = message
        self.status = status
    }
}
