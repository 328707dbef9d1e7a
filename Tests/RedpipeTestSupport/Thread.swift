import Glibc

/// A thread that is joined, for the servers that tests script.
package final class Thread {
    private var handle = pthread_t()

    /// Starts it.
    package init(_ body: @escaping @Sendable () -> Void) {
        let box = unsafe Unmanaged.passRetained(Box(body)).toOpaque()
        let result = unsafe pthread_create(
            &handle,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            },
            box
        )
        precondition(result == 0, "no thread can be started")
    }

    /// Waits for its end.
    package func join() {
        pthread_join(handle, nil)
    }

    private final class Box {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }
}
