import EngineTestSupport
import WalletCore
import WalletEngine

/// What a queue of polls is to do, said in the plainest way.
struct PollQueueModel {
    struct Source {
        var host: String?
        var due: Timestamp?
        var isKnown = true
        /// The host that its poll occupies; `nil` while it is not read.
        var reads: Place?
        /// Ordered while it is read.
        var order: Timestamp??
    }

    enum Place: Equatable {
        case host(String)
        case nowhere
    }

    private(set) var sources: [String: Source] = [:]

    mutating func schedule(_ name: String, host: String?, due: Timestamp?) {
        var source = sources[name] ?? Source()
        source.host = host
        source.isKnown = true
        if source.reads == nil { source.due = due } else { source.order = .some(due) }
        sources[name] = source
    }

    mutating func keep(_ name: String, host: String?) -> Bool {
        guard sources[name]?.isKnown == true else { return false }
        sources[name]?.host = host
        return true
    }

    mutating func remove(_ name: String) {
        guard sources[name]?.reads != nil else {
            sources[name] = nil
            return
        }
        sources[name]?.isKnown = false
        sources[name]?.order = nil
    }

    mutating func started(_ poll: PollQueue.DuePoll) {
        let host = sources[poll.source]?.host
        sources[poll.source]?.reads = host.map { .host($0) } ?? .nowhere
    }

    mutating func finished(_ name: String, due: Timestamp?) {
        guard var source = sources[name], source.reads != nil else { return }
        source.reads = nil
        source.due = source.order ?? due
        source.order = nil
        sources[name] = source.isKnown ? source : nil
    }

    var names: [String] { sources.filter { $0.value.isKnown }.keys.sorted() }
    var reading: [String] { sources.filter { $0.value.reads != nil }.keys.sorted() }

    func count(at host: String) -> Int { sources.values.count { $0.reads == .host(host) } }

    /// Whether a poll that was started may have been.
    func allows(_ poll: PollQueue.DuePoll, at now: Timestamp) -> Bool {
        guard let source = sources[poll.source], source.isKnown, source.reads == nil else { return false }
        return source.due == poll.due && poll.due <= now && hasRoom(for: source)
    }

    /// Who could be read at `now` and is not.
    func forgotten(at now: Timestamp) -> [String] {
        sources.filter { _, source in
            guard let due = source.due, source.isKnown, source.reads == nil else { return false }
            return due <= now && hasRoom(for: source)
        }.keys.sorted()
    }

    /// When somebody can be read next if no poll ends; `nil`: never.
    var nextDue: Timestamp? {
        sources.values.filter { $0.isKnown && $0.reads == nil && hasRoom(for: $0) }.compactMap(\.due).min()
    }

    private func hasRoom(for source: Source) -> Bool {
        guard sources.values.count(where: { $0.reads != nil }) < PollQueue.inFlightMax else { return false }
        return source.host.map { count(at: $0) < PollQueue.perHostMax } ?? true
    }
}
