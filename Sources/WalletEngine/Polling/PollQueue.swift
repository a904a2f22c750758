import HeapModule
package import WalletCore

/// Which sources are due, which are being read, and who has to wait for its host.
///
/// A value without clock or tasks: ``SourcePoller`` tells it what happened and starts what it answers.
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
        var due: Timestamp?
        var standing: Standing
        /// Tells a valid item of the heap from one that a later change has outdated.
        var version: UInt64
    }

    private enum Standing {
        case waiting
        case reading
        /// Due, but its host is busy.
        case queued
    }

    private struct Item: Comparable {
        let due: Timestamp
        let name: String
        let version: UInt64

        static func < (left: Item, right: Item) -> Bool { (left.due, left.name) < (right.due, right.name) }
    }

    private var entries: [String: Entry] = [:]
    private var heap = Heap<Item>()
    private var readingByHost: [String: Int] = [:]
    private var queuedByHost: [String: [String]] = [:]
    private var readingCount = 0
    private var versionLast: UInt64 = 0

    package init() {}

    /// Adds a source, or moves it: `due` nil waits for nothing (paused, needs attention).
    package mutating func schedule(_ name: String, host: String?, due: Timestamp?) {
        var entry = entries[name] ?? Entry(host: host, due: nil, standing: .waiting, version: 0)
        entry.host = entry.standing == .waiting ? host : entry.host
        entry.due = due
        entry.version = nextVersion()
        if entry.standing == .queued { leaveQueue(name, entry: &entry) }
        entries[name] = entry
        if let due, entry.standing == .waiting { heap.insert(Item(due: due, name: name, version: entry.version)) }
    }

    /// Forgets a source; a poll that is under way ends by itself.
    package mutating func remove(_ name: String) {
        guard var entry = entries[name] else { return }
        switch entry.standing {
        case .waiting: break
        case .queued: leaveQueue(name, entry: &entry)
        case .reading: release(host: entry.host)
        }
        entries[name] = nil
    }

    package var names: [String] { entries.keys.sorted() }

    package func isReading(_ name: String) -> Bool {
        guard let entry = entries[name] else { return false }
        switch entry.standing {
        case .reading: return true
        case .waiting, .queued: return false
        }
    }

    /// The earliest instant at which ``start(now:)`` may have something new; `nil`: only a change brings something.
    package mutating func nextDue() -> Timestamp? {
        dropOutdated()
        return readingCount < PollQueue.inFlightMax ? heap.min?.due : nil
    }

    /// Takes the next source that is due and may be read; the caller must report ``finished(_:due:)``.
    package mutating func start(now: Timestamp) -> DuePoll? {
        while readingCount < PollQueue.inFlightMax {
            dropOutdated()
            guard let item = heap.min, item.due <= now, var entry = entries[item.name] else { return nil }
            heap.removeMin()
            if let host = entry.host, readingByHost[host, default: 0] >= PollQueue.perHostMax {
                entry.standing = .queued
                entries[item.name] = entry
                queuedByHost[host, default: []].append(item.name)
                continue
            }
            occupy(item.name, entry: entry)
            return DuePoll(source: item.name, due: item.due)
        }
        return nil
    }

    /// A poll ended; `due` is when the source is read next. Sources that waited for its host become due again.
    package mutating func finished(_ name: String, due: Timestamp?) {
        guard var entry = entries[name], entry.standing == .reading else { return }
        release(host: entry.host)
        entry.standing = .waiting
        entries[name] = entry
        schedule(name, host: entry.host, due: due)
    }

    private mutating func occupy(_ name: String, entry: Entry) {
        var entry = entry
        entry.standing = .reading
        entries[name] = entry
        readingCount += 1
        if let host = entry.host { readingByHost[host, default: 0] += 1 }
    }

    private mutating func release(host: String?) {
        readingCount -= 1
        guard let host else { return }
        let left = readingByHost[host, default: 1] - 1
        readingByHost[host] = left > 0 ? left : nil
        guard var queue = queuedByHost[host], !queue.isEmpty else { return }
        let name = queue.removeFirst()
        queuedByHost[host] = queue.isEmpty ? nil : queue
        guard var entry = entries[name], let due = entry.due else { return }
        entry.standing = .waiting
        entry.version = nextVersion()
        entries[name] = entry
        heap.insert(Item(due: due, name: name, version: entry.version))
    }

    private mutating func leaveQueue(_ name: String, entry: inout Entry) {
        entry.standing = .waiting
        guard let host = entry.host else { return }
        queuedByHost[host]?.removeAll { $0 == name }
    }

    private mutating func dropOutdated() {
        while let item = heap.min, entries[item.name]?.version != item.version { heap.removeMin() }
    }

    private mutating func nextVersion() -> UInt64 {
        versionLast += 1
        return versionLast
    }
}
