extension Connections {
    /// Does nothing for a while; an interruption ends the pause and is left for whoever asks next.
    ///
    /// A signal that comes right before the pause counts too, which a plain sleep would miss.
    package func pause(for duration: Duration) {
        let end = Moment.now + duration
        var poller = Poller()
        let position = wakeUp.map { poller.watch($0, for: .readable) }
        while Moment.now < end {
            poller.wait(until: end)
            if let position, !poller.events(at: position).isEmpty { return }
        }
    }
}
