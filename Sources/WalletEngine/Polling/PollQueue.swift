import HeapModule
package import WalletCore

/// Which sources are due, which are being read, and who has to wait for its host.
///
/// A value without clock or tasks: ``SourcePoller`` tells it what happened and starts what it answers. At most one poll
/// of a source is under way at any time, whatever is ordered meanwhile.
package struct PollQueue: Sendable {
    /// Simultaneous polls of one host (`SourceSettings.host`): polite to it, and enough for a slow one.
    package static let perHostMax = 4
    /// Simultaneous polls altogether: bounds descriptors and processes.
    package static let inFlightMax = 256

    /// A source to be read now.
    package struct DuePoll: Equatable, Sendable {
        package let source: String
        package let due: Timestamp
    }

    private struct Entry {
        var host: String?
        var standing: Standing

        var isForgotten: Bool {
            if case .reading(_, then: .forgotten) = standing { true } else { false }
        }
    }

    private enum Standing {
        /// Not polled by itself.
        case resting
        /// In the heap.
        case waiting(Ticket)
        /// Due, but its host is busy: in the host's heap.
        case queued(Ticket)
        /// `host` is the one that this poll occupies.
        case reading(host: String?, then: Sequel)
    }

    /// What follows when a poll has ended.
    private enum Sequel {
        case asThePollSays
        /// Ordered while it was under way, which stands above what the poll says.
        case ordered(Timestamp?)
        case forgotten
    }

    /// An item of a heap; it counts as long as the entry of its source has the same.
    private struct Ticket: Comparable {
        let due: Timestamp
        let name: String
        let number: UInt64

        static func < (left: Ticket, right: Ticket) -> Bool {
            (left.due, left.name, left.number) < (right.due, right.name, right.number)
        }
    }

    private var entries: [String: Entry] = [:]
    private var heap = Heap<Ticket>()
    /// Who waits for a host.
    private var queues: [String: Heap<Ticket>] = [:]
    /// Hosts that have got room again while somebody waited for them.
    private var openHosts: [String] = []
    private var readingByHost: [String: Int] = [:]
    private var readingCount = 0
    private var numberLast: UInt64 = 0

    package init() {}

    /// Adds a source, or orders when it is read next: `nil` not by itself (paused, needs attention).
    ///
    /// Of a source that is being read this is what follows, whatever its poll says.
    package mutating func schedule(_ name: String, host: String?, due: Timestamp?) {
        if case .reading(let occupied, _) = entries[name]?.standing {
            entries[name] = Entry(host: host, standing: .reading(host: occupied, then: .ordered(due)))
        } else {
            entries[name] = Entry(host: host, standing: waiting(name, until: due))
        }
    }

    /// Leaves a known source's schedule as it is; its next poll goes to this host. Answers false for an unknown one.
    package mutating func keep(_ name: String, host: String?) -> Bool {
        guard var entry = entries[name], !entry.isForgotten else { return false }
        entry.host = host
        if case .queued(let ticket) = entry.standing { entry.standing = waiting(name, until: ticket.due) }
        entries[name] = entry
        return true
    }

    /// Forgets a source. A poll that is under way keeps its place until it has ended.
    package mutating func remove(_ name: String) {
        guard case .reading(let occupied, _) = entries[name]?.standing else {
            entries[name] = nil
            return
        }
        entries[name] = Entry(host: nil, standing: .reading(host: occupied, then: .forgotten))
    }

    /// Moves everything that is due some time by `step`, after the clock was set by that.
    package mutating func shift(by step: Duration) {
        heap = Heap()
        for (name, entry) in entries {
            let standing = shifted(entry.standing, of: name, by: step)
            entries[name]?.standing = standing
        }
    }

    private mutating func shifted(_ standing: Standing, of name: String, by step: Duration) -> Standing {
        switch standing {
        case .resting: .resting
        case .waiting(let ticket), .queued(let ticket): waiting(name, until: ticket.due + step)
        case .reading(let host, .ordered(let due)): .reading(host: host, then: .ordered(due.map { $0 + step }))
        case .reading(let host, let sequel): .reading(host: host, then: sequel)
        }
    }

    /// The sources that are not forgotten, sorted.
    package var names: [String] { entries.filter { !$0.value.isForgotten }.keys.sorted() }

    /// The earliest instant at which ``start(now:)`` may have something new; `nil`: only a change brings something.
    package mutating func nextDue() -> Timestamp? {
        guard readingCount < PollQueue.inFlightMax else { return nil }
        dropOutdated()
        return openHosts.compactMap { queues[$0]?.min?.due }.min() ?? heap.min?.due
    }

    /// Takes the next source that is due and may be read; the caller must report ``finished(_:due:)``.
    ///
    /// A host that has room again serves those first that waited for it.
    package mutating func start(now: Timestamp) -> DuePoll? {
        guard readingCount < PollQueue.inFlightMax else { return nil }
        while let host = openHosts.first {
            if !isBusy(host), let ticket = firstQueued(at: host) { return begin(ticket, host: host) }
            openHosts.removeFirst()
        }
        while true {
            dropOutdated()
            guard let ticket = heap.min, ticket.due <= now else { return nil }
            heap.removeMin()
            guard let host = entries[ticket.name]?.host, isBusy(host) else {
                return begin(ticket, host: entries[ticket.name]?.host)
            }
            entries[ticket.name]?.standing = .queued(ticket)
            queues[host, default: Heap()].insert(ticket)
        }
    }

    /// A poll ended; `due` is when the source is read next. A source that waited for its host becomes due again.
    package mutating func finished(_ name: String, due: Timestamp?) {
        guard var entry = entries[name], case .reading(let occupied, let sequel) = entry.standing else { return }
        release(occupied)
        switch sequel {
        case .forgotten:
            entries[name] = nil
            return
        case .asThePollSays: entry.standing = waiting(name, until: due)
        case .ordered(let ordered): entry.standing = waiting(name, until: ordered)
        }
        entries[name] = entry
    }

    private func isBusy(_ host: String) -> Bool { readingByHost[host, default: 0] >= PollQueue.perHostMax }

    private mutating func begin(_ ticket: Ticket, host: String?) -> DuePoll {
        if let host { readingByHost[host, default: 0] += 1 }
        readingCount += 1
        entries[ticket.name]?.standing = .reading(host: host, then: .asThePollSays)
        return DuePoll(source: ticket.name, due: ticket.due)
    }

    private mutating func release(_ host: String?) {
        readingCount -= 1
        guard let host else { return }
        let left = readingByHost[host, default: 1] - 1
        readingByHost[host] = left > 0 ? left : nil
        if queues[host] != nil, !openHosts.contains(host) { openHosts.append(host) }
    }

    private mutating func waiting(_ name: String, until due: Timestamp?) -> Standing {
        guard let due else { return .resting }
        numberLast += 1
        let ticket = Ticket(due: due, name: name, number: numberLast)
        heap.insert(ticket)
        return .waiting(ticket)
    }

    private mutating func firstQueued(at host: String) -> Ticket? {
        while let ticket = queues[host]?.popMin() {
            if queues[host]?.isEmpty == true { queues[host] = nil }
            if case .queued(ticket) = entries[ticket.name]?.standing { return ticket }
        }
        return nil
    }

    private mutating func dropOutdated() {
        while let ticket = heap.min {
            if case .waiting(ticket) = entries[ticket.name]?.standing { return }
            heap.removeMin()
        }
    }
}
