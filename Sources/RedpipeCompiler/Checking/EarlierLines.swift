/// What earlier lines of an interactive session leave for the next ones.
package struct EarlierLines: Sendable {
    /// The names of the top level with their registers.
    package var globals: [String: Int] = [:]
    /// How many registers are taken.
    package var globalCount = 0

    /// Nothing: the session begins.
    package init() {}
}
