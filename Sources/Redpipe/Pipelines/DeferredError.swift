public import RedpipeFields

/// Why a deferred has no value.
@nonexhaustive
public indirect enum DeferredError: Error {
    /// Its pipeline has not been executed yet.
    case pending
    /// It was never sent: its pipeline was dropped, or the block that queued it threw.
    case abandoned
    /// The command cannot be sent in a pipeline.
    case invalidCommand(InvalidCommand)
    /// The server answered with an error.
    case server(ServerError)
    /// The connection failed before the whole reply had arrived.
    case connection(ConnectionFailure)
    /// The reply is of another type or form than the deferred's.
    case decoding(ReplyDecodingError)
    /// What was stored does not fit its type.
    case field(FieldError)
    /// The callback that should have computed it threw something else.
    case computation(any Error)
}

extension DeferredError: CustomStringConvertible {
    /// Lower case and without a full stop; the server's words unaltered.
    public var description: String {
        switch self {
        case .pending: "no value yet: the pipeline has not been executed"
        case .abandoned: "never sent: the pipeline or the block that queued it was given up"
        case .invalidCommand(let error): error.description
        case .server(let error): error.description
        case .connection(let failure): failure.description
        case .decoding(let error): error.description
        case .field(let error): error.description
        case .computation(let error): "\(error)"
        }
    }
}
