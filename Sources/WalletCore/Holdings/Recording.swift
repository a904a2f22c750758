/// Turns a reading of one source into changes of its holdings.
package struct Recording: Sendable {
    package let settings: SourceSettings
    private let stored: [HoldingID: Holding]
    private let taken: [HoldingID: Amount]

    /// Takes every holding of the source that was ever recorded, listed or not.
    /// `taken` is what cash-outs took that have ended since the last reading: it makes no drop sudden.
    package init(settings: SourceSettings, stored: [Holding], taken: [HoldingID: Amount] = [:]) {
        self.settings = settings
        self.taken = taken
        self.stored = Dictionary(stored.map { ($0.id, $0) }) { first, _ in first }
    }

    /// What to do with a checked reading whose read began at `begun`.
    ///
    /// A sudden drop holds the whole reading back, once: what is read next is recorded whether it agrees or differs.
    package func decide(_ reading: Reading, begun: Timestamp, attempt: ReadAttempt) -> RecordingDecision {
        let changes = changes(by: reading, begun: begun)
        switch attempt {
        case .confirming: return .record(changes)
        case .first: break
        }
        guard settings.isPolled, !isDoubted else { return .record(changes) }
        let doubts = changes.compactMap { HoldingDoubt($0, taken: taken[$0.after.id]) }
        return doubts.isEmpty ? .record(changes) : .confirm(doubts)
    }

    /// What a person's record of one balance changes; it says nothing of the source's other holdings.
    package func record(_ balance: Balance, at now: Timestamp) -> HoldingChange {
        change(to: balance, begun: now, standing: .recorded)
    }

    private var isDoubted: Bool { stored.values.contains { $0.standing == .doubted } }

    private func changes(by reading: Reading, begun: Timestamp) -> [HoldingChange] {
        let listed = Set(reading.balances.map(id))
        let changes = reading.balances.map { change(to: $0, begun: begun, standing: .listed) }
        let absences = stored.values.filter { !listed.contains($0.id) }
            .compactMap { absence(of: $0, from: reading.completeness, begun: begun) }
        return (changes + absences).sorted { $0.after.id < $1.after.id }
    }

    private func change(to balance: Balance, begun: Timestamp, standing: Holding.Standing) -> HoldingChange {
        let id = id(balance)
        let before = stored[id]
        let known = Holding.KnownBalance(available: balance.available, total: balance.total)
        let after = Holding(
            id: id, kind: balance.kind ?? settings.kind, balance: known, lots: balance.lots,
            changedAt: changedAt(known, before, begun), readAt: begun, asOf: balance.asOf, standing: standing)
        return HoldingChange(before: before, after: after)
    }

    private func absence(
        of before: Holding, from completeness: Reading.Completeness, begun: Timestamp
    ) -> HoldingChange? {
        switch completeness {
        case .partial: becomingUnknown(before)
        case .complete: becomingZero(before, begun: begun)
        }
    }

    private func becomingUnknown(_ before: Holding) -> HoldingChange? {
        guard before.standing != .unlisted else { return nil }
        var after = before
        after.standing = .unlisted
        return HoldingChange(before: before, after: after)
    }

    private func becomingZero(_ before: Holding, begun: Timestamp) -> HoldingChange {
        let zero = Amount.zero(of: before.balance.available.asset)
        let known = Holding.KnownBalance(available: zero, total: zero)
        let after = Holding(
            id: before.id, kind: before.kind, balance: known, changedAt: changedAt(known, before, begun),
            readAt: begun, standing: .listed)
        return HoldingChange(before: before, after: after)
    }

    private func changedAt(_ known: Holding.KnownBalance, _ before: Holding?, _ begun: Timestamp) -> Timestamp {
        guard let before, before.balance == known else { return begun }
        return before.changedAt
    }

    private func id(_ balance: Balance) -> HoldingID {
        HoldingID(source: settings.name, account: balance.account, asset: balance.available.asset.code)
    }
}

extension SourceSettings {
    /// Whether the source is read by the daemon, not recorded by a person.
    package var isPolled: Bool { every != nil }
}
