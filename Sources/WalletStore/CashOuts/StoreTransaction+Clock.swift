package import WalletCore

/// Whether the clock can be believed, which money is not sent without.
extension StoreTransaction {
    /// The highest instant of any commit; `nil`: there was none.
    package func highestInstant() throws(StoreError) -> Timestamp? { try database.highestInstant() }

    /// That the clock went forward, and nobody has said since that it is right.
    package func clockDoubt() throws(StoreError) -> ClockDoubt? {
        guard let text = try database.state(.clockDoubt) else { return nil }
        let numbers = text.split(separator: " ").compactMap { Int64($0) }
        guard numbers.count == 2 else { throw .damaged(database.location, because: "its entry clock_doubt is broken") }
        return ClockDoubt(since: Timestamp(milliseconds: numbers[0]), forward: .milliseconds(numbers[1]))
    }

    /// What the wall clock was ahead of the boot clock when that was last noted; `nil`: never.
    package func bootOffset() throws(StoreError) -> BootOffset? {
        guard let text = try database.state(.bootOffset) else { return nil }
        let words = text.split(separator: " ")
        guard words.count == 2, let offset = Int64(words[1]) else {
            throw .damaged(database.location, because: "its entry boot_offset is broken")
        }
        return BootOffset(boot: String(words[0]), milliseconds: offset)
    }
}

extension WriteTransaction {
    /// The clock went forward by more than a time service corrects.
    package func doubtClock(forwardBy step: Duration) throws(StoreError) {
        try database.put(.clockDoubt, "\(now.milliseconds) \(step.wholeMilliseconds)")
    }

    /// A person says that the clock is right: an instant that was committed later than now counts no more.
    package func trustClock() throws(StoreError) {
        try database.forget(.clockDoubt)
        try database.run("UPDATE clock SET highest = ?", now)
    }

    package func note(_ offset: BootOffset) throws(StoreError) {
        try database.put(.bootOffset, "\(offset.boot) \(offset.milliseconds)")
    }
}

/// Since when the clock is not believed.
package struct ClockDoubt: Equatable, Sendable {
    package let since: Timestamp
    package let forward: Duration
}

/// What the wall clock is ahead of the clock of one boot.
package struct BootOffset: Equatable, Sendable {
    package let boot: String
    package let milliseconds: Int64

    package init(boot: String, milliseconds: Int64) {
        self.boot = boot
        self.milliseconds = milliseconds
    }
}
