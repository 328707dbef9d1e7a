/// What the text itself says of a value: which keyspace or model it belongs to.
indirect enum StaticType: Hashable {
    case key(Int)
    case record(Int)
    case list(StaticType)
}
