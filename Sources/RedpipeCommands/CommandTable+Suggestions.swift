extension CommandTable {
    /// The command that was probably meant, in upper case: `HGET` for `HGTE`.
    ///
    ///     suggestion(for: "hgte")        // "HGET"
    ///     suggestion(for: "config|gte")  // "CONFIG GET"
    ///
    /// - Parameter name: An unknown name; with a bar the part before it is taken as known.
    /// - Returns: The name as people write it, or `nil` if nothing is near.
    public static func suggestion(for name: String) -> String? {
        let parts = name.lowercased().split(separator: "|", maxSplits: 1).map(String.init)
        guard parts.count == 2, let container = command(named: parts[0]) else {
            let names = allNames.lazy.filter { !$0.contains("|") }
            return Suggestion.nearest(to: name.lowercased(), in: names)?.uppercased()
        }
        return Suggestion.nearest(to: parts[1], in: container.subcommandNames).map {
            container.displayName + " " + $0.uppercased()
        }
    }
}
