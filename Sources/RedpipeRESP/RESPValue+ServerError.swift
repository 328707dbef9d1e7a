extension RESPValue {
    /// The first word of an error, `WRONGTYPE` for instance; `nil` if it is none.
    ///
    /// Attributes before the error are looked through.
    public var serverErrorCode: [UInt8]? {
        switch self {
        case .error(let text): Array(text.prefix { $0 != UInt8(ascii: " ") })
        case .attributed(let value, attributes: _): value.serverErrorCode
        default: nil
        }
    }

    /// The value without the attributes before it.
    public var withoutAttributes: RESPValue {
        var value = self
        while case .attributed(let inner, attributes: _) = value { value = inner }
        return value
    }
}
