import Glibc

/// Waits until one of some file descriptors can be read or written.
package struct Poller {
    private var entries: [pollfd] = []

    /// A poller that watches nothing.
    package init() {}

    /// Watches nothing any more.
    package mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
    }

    /// Watches a descriptor.
    ///
    /// - Returns: Its position, for `events(at:)`.
    @discardableResult
    package mutating func watch(_ fileDescriptor: Int32, for events: PollEvents) -> Int {
        entries.append(pollfd(fd: fileDescriptor, events: events.rawValue, revents: 0))
        return entries.count - 1
    }

    /// Waits for an event, a signal or a moment.
    ///
    /// - Parameter deadline: When to return at the latest; `nil` for never.
    package mutating func wait(until deadline: Moment?) {
        let milliseconds = deadline.map { $0.milliseconds(from: .now) } ?? -1
        let result = unsafe poll(&entries, nfds_t(entries.count), milliseconds)
        // After a signal the caller looks at its own state and comes back.
        guard result < 0 else { return }
        for index in entries.indices { entries[index].revents = 0 }
    }

    /// What happened to a descriptor.
    package func events(at index: Int) -> PollEvents {
        PollEvents(rawValue: entries[index].revents)
    }
}

/// What can be done with a file descriptor.
package struct PollEvents: OptionSet, Sendable {
    package let rawValue: Int16

    package init(rawValue: Int16) {
        self.rawValue = rawValue
    }

    /// It can be read, or has ended.
    package static let readable = PollEvents(rawValue: Int16(POLLIN))
    /// It can be written.
    package static let writable = PollEvents(rawValue: Int16(POLLOUT))
    /// It has failed or was closed, which reading or writing will tell.
    package static let failed = PollEvents(rawValue: Int16(POLLERR | POLLHUP | POLLNVAL))
}
