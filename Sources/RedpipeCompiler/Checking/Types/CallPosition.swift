/// Where the call of a model stands, which decides what it means.
enum CallPosition {
    /// Anywhere in an expression: a handle, without traffic.
    case value
    /// Behind `<-`, itself or as what the source gives: it reads.
    case source
    /// On a line of its own.
    case statement
}
