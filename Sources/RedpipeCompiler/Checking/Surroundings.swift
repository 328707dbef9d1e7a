/// What stands around a statement: it decides what may stand here.
struct Surroundings {
    /// Inside a `def`.
    var isInFunction = false
    /// Inside a `then`.
    var isInThen = false
    /// Inside a `pipeline`, counted.
    var pipelineDepth = 0
    /// Inside an outermost `pipeline` with `batch=`, and in no other one within it.
    var isDirectlyInBatches = false
    /// Where bare commands go, if the text says so: a function's go where its caller stands.
    var connection: String? = "default"
    /// Inside a loop that `break` may leave.
    var isInLoop = false
    /// Inside any braces.
    var blockDepth = 0
}
