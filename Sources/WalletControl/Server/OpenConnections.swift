import NIOCore
import Synchronization

/// Every open connection, so that there are never too many, of one user and of all: a new one takes the place of the
/// one that has asked nothing for the longest time.
final class OpenConnections: Sendable {
    private struct Entry {
        let channel: any Channel
        let user: UInt32
        /// `nil` while it waits for an answer.
        var idleSince: NIODeadline?
    }

    private let limits: ControlLimits
    private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

    init(limits: ControlLimits) {
        self.limits = limits
    }

    /// Whether there is room for it; `false` where all that could make room wait for an answer.
    func admit(_ channel: any Channel, of user: UInt32, at now: NIODeadline) -> Bool {
        let (isAdmitted, evicted) = entries.withLock { entries -> (Bool, (any Channel)?) in
            var evicted: (any Channel)?
            if let crowd = crowd(entries, around: user) {
                guard let longest = Self.longestIdle(crowd) else { return (false, nil) }
                evicted = entries.removeValue(forKey: longest)?.channel
            }
            entries[ObjectIdentifier(channel)] = Entry(channel: channel, user: user, idleSince: now)
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

    /// Those of which one must go before there is room for another of this user; `nil`: none.
    private func crowd(
        _ entries: [ObjectIdentifier: Entry], around user: UInt32
    ) -> [ObjectIdentifier: Entry]? {
        let own = entries.filter { $0.value.user == user }
        if own.count >= limits.connectionsOfUserMax { return own }
        return entries.count >= limits.connectionsMax ? entries : nil
    }

    private static func longestIdle(_ entries: [ObjectIdentifier: Entry]) -> ObjectIdentifier? {
        entries.compactMap { id, entry in entry.idleSince.map { (id, $0) } }.min { $0.1 < $1.1 }?.0
    }
}
