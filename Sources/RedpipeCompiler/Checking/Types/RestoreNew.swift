/// The method of typed keys that is no command of the server: RESTORE unless the key exists.
package enum RestoreNew {
    package static let name = "restore_new"
    /// How it is called, for messages.
    package static let signature = "restore_new(dump, ttl: milliseconds)"
    /// After how many milliseconds the key expires.
    package static let lifetimeName = "ttl"

    /// Whether so many arguments without a name, and these with one, are a way to call it.
    package static func takes(_ positionalCount: Int, _ names: [String]) -> Bool {
        positionalCount == 1 && (names.isEmpty || names == [lifetimeName])
    }
}
