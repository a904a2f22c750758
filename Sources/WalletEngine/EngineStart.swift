import WalletCore
import WalletStore

/// What the first transaction of a run says about the runs before it.
struct EngineStart: Sendable {
    let findings: OpenedStore.Findings
    /// The last one of the runs before.
    let lastEvent: Int64
    let version: String
    let clock: EngineClock
    /// Whose announcements are counted.
    let notifier: String

    /// A machine that was away for longer may have come back with another time.
    private static let awayMax: Duration = .seconds(30 * 86_400)

    func record(at now: Timestamp, in transaction: WriteTransaction) throws(StoreError) {
        // A new notifier does not tell again what another one told.
        if try transaction.announced(by: notifier) == nil {
            try transaction.markAnnounced(by: notifier, upTo: lastEvent)
        }
        _ = try transaction.append([.started(version: version, at: now)])
        if let event = try historyWentBack(at: now, in: transaction) { _ = try transaction.append([event]) }
        if let event = clockStep(at: now) { _ = try transaction.append([event]) }
        try doubtClock(at: now, in: transaction)
    }

    /// Notes what the wall clock is ahead of the boot clock, and doubts one that went forward while nothing ran.
    private func doubtClock(at now: Timestamp, in transaction: WriteTransaction) throws(StoreError) {
        let offset = BootOffset(
            boot: clock.boot(), milliseconds: now.milliseconds - clock.sinceBoot().wholeMilliseconds)
        let before = try transaction.bootOffset()
        try transaction.note(offset)
        if let before, before.boot == offset.boot {
            let step = Duration.milliseconds(offset.milliseconds - before.milliseconds)
            if step > Timekeeper.announcedForwardMin { return try transaction.doubtClock(forwardBy: step) }
        }
        guard let highest = findings.highestInstant, now - highest > EngineStart.awayMax else { return }
        try transaction.doubtClock(forwardBy: now - highest)
    }

    /// Said once, also where the run that found it ended before it could say so.
    private func historyWentBack(
        at now: Timestamp, in transaction: WriteTransaction
    ) throws(StoreError) -> EventDraft? {
        guard case .wentBack(let loss) = findings.history else { return nil }
        let told = try transaction.events(after: loss.lastEventKnown, types: [.daemonHistoryWentBack], limit: 1)
        guard told.isEmpty else { return nil }
        let found = try transaction.lastEvent(upTo: loss.lastEventKnown)
        return .historyWentBack(found: found, expected: loss.lastEventKnown, at: now)
    }

    /// The clock stands before the last commit: it was set back while nothing ran.
    private func clockStep(at now: Timestamp) -> EventDraft? {
        guard let highest = findings.highestInstant, highest - now >= Timekeeper.stepMin else { return nil }
        return .clockStep(by: now - highest, at: now)
    }
}
