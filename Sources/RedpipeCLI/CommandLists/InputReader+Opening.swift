import RedpipeRuntime

extension InputReader {
    /// Opens a file; `-` is standard input.
    ///
    /// - Throws: A message with the path and the system's words.
    init(path: String) throws(ProgramError) {
        do throws(InputFailure) {
            try self.init(opening: path)
        } catch {
            throw ProgramError("cannot read \(path): \(error.message)", .unreadableInput)
        }
    }
}
