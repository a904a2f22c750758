import NIOCore
import Synchronization

/// Every open connection, so that there are never too many: a new one takes the place of the one that has asked nothing
/// for the longest time.
final class OpenConnections: Sendable {
    private struct Entry {
        let channel: any Channel
        /// `nil` while it waits for an answer.
        var idleSince: NIODeadline?
    }

    private let most: Int
    private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

    init(most: Int) {
        self.most = most
    }

    /// Whether there is room for it; `false` where all others wait for an answer.
    func admit(_ channel: any Channel, at now: NIODeadline) -> Bool {
        let (isAdmitted, evicted) = entries.withLock { entries -> (Bool, (any Channel)?) in
            var evicted: (any Channel)?
            if entries.count >= most {
                guard let longest = Self.longestIdle(entries) else { return (false, nil) }
                evicted = entries.removeValue(forKey: longest)?.channel
            }
            entries[ObjectIdentifier(channel)] = Entry(channel: channel, idleSince: now)
            return (true, evicted)
        }
        evicted?.close(promise: nil)
        return isAdmitted
    }

    func remove(_ channel: any Channel) {
        entries.withLock { $0[ObjectIdentifier(channel)] = nil }
    }

    func note(_ channel: ObjectIdentifier, isIdle: Bool, at now: NIODeadline) {
        entries.withLock { entries in
            guard var entry = entries[channel], isIdle != (entry.idleSince != nil) else { return }
            entry.idleSince = isIdle ? now : nil
            entries[channel] = entry
        }
    }

    func closeAll() {
        let channels = entries.withLock { $0.values.map(\.channel) }
        for channel in channels { channel.close(promise: nil) }
    }

    private static func longestIdle(_ entries: [ObjectIdentifier: Entry]) -> ObjectIdentifier? {
        entries.compactMap { id, entry in entry.idleSince.map { (id, $0) } }.min { $0.1 < $1.1 }?.0
    }
}
