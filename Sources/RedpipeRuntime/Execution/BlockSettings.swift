import RedpipeCompiler

/// What the header of a block says about its sending.
struct BlockSettings {
    /// For each round trip.
    var timeout: Duration?
    /// It stands in the script as a block.
    var isExplicit = false
    /// After how many commands a batch is sent; `nil` for a block that is sent as one.
    var batchSize: Int?
}

extension BlockSettings {
    init(_ step: PipelineStep) {
        isExplicit = true
        timeout = step.timeout
        batchSize = step.batchSize
    }

    /// Of a block that stands behind `<-`, its own.
    init(_ source: PlannedSource) {
        if case .action(.pipeline(let step)) = source.body { self.init(step) } else { self.init() }
    }
}
