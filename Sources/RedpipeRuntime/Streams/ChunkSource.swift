/// Cuts a stream into lists of so many items; the last one may be shorter.
struct ChunkSource: ItemSource {
    let stream: ItemStream
    let size: Int

    func next() throws(EvaluationError) -> Value? {
        var items: [Value] = []
        while items.count < size, let item = try stream.next() { items.append(item) }
        return items.isEmpty ? nil : .list(items)
    }
}
