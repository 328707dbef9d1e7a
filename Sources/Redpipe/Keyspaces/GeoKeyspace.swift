public import RedpipeCommands
public import RedpipeFields

/// Keys that hold members with their positions on earth.
///
///     let cities = try GeoKeyspace<String>("C{*}")
///     try cities.geoadd("it", "Palermo", longitude: 13.36, latitude: 38.11, in: &pipeline)
public struct GeoKeyspace<Member: FieldConvertible>: TypedKeyspace {
    public let definition: KeyspaceDefinition

    /// The keys of a template with one `*` for the id.
    ///
    /// - Throws: ``KeyTemplateError`` unless there is exactly one.
    public init(
        _ template: String,
        on connection: ConnectionName? = nil,
        of type: FieldType = Member.fieldType
    ) throws(KeyTemplateError) {
        definition = try KeyspaceDefinition(namedBy: template, .geo, on: connection, of: type)
    }
}

extension GeoKeyspace {
    /// `GEOADD`: adds a member, or moves it; how many members are new, 1 or 0.
    @discardableResult
    public func geoadd(
        _ id: some RedisArgument,
        _ member: Member,
        longitude: Double,
        latitude: Double,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue(
            "geoadd",
            id,
            [longitude.fieldValue, latitude.fieldValue, member.fieldValue],
            in: &pipeline
        )
    }

    /// `GEODIST`: the metres between two members, `nil` if one is missing.
    @discardableResult
    public func geodist(
        _ id: some RedisArgument,
        _ member: Member,
        _ other: Member,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Double?> {
        let members = [member.fieldValue, other.fieldValue]
        let distance: Deferred<String?> = try queue("geodist", id, members, in: &pipeline)
        return distance.map { $0.flatMap(Double.init) }
    }

    /// `GEOSEARCH`: the members within some metres of another one, the nearest first.
    @discardableResult
    public func geosearch(
        _ id: some RedisArgument,
        around member: Member,
        metres: Double,
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<[Member]> {
        let options: [(name: String, value: FieldValue)] = [
            ("frommember", member.fieldValue), ("byradius", [.float(metres), "m"]), ("asc", true),
        ]
        return try queue("geosearch", id, named: options, in: &pipeline)
    }

    /// `ZREM`: removes members; how many there were.
    @discardableResult
    public func zrem(
        _ id: some RedisArgument,
        _ members: [Member],
        in pipeline: inout Pipeline
    ) throws(KeyspaceError) -> Deferred<Int> {
        try queue("zrem", id, members.map(\.fieldValue), in: &pipeline)
    }
}
