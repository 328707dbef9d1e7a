extension FileOutput {
    /// Writes what is buffered, and says whether all of it has arrived.
    func finish() throws(ProgramError) {
        flush()
        if let failure {
            throw ProgramError("cannot write to standard output: \(failure)", .unwritableOutput)
        }
    }
}
