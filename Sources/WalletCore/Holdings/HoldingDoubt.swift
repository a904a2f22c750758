/// A sudden drop of one holding that one reading alone does not prove.
package struct HoldingDoubt: Equatable, Sendable {
    package let before: Holding
    /// What the doubted reading says is available.
    package let read: Amount
    package let drop: Drop

    package enum Drop: String, Sendable {
        case toZero = "to-zero"
        case underTenth = "under-tenth"
    }

    /// `nil`: the change is no sudden drop, or what was `taken` by a cash-out since the last reading explains it.
    package init?(_ change: HoldingChange, taken: Amount? = nil) {
        guard let before = change.before, let drop = Drop(change, from: before, taken: taken) else { return nil }
        self.before = before
        read = change.after.balance.available
        self.drop = drop
    }

    /// The holding as it is kept until a second reading decides: its balance as before, but not fresh.
    ///
    /// An unknown one stays unknown, which is not fresh either.
    package var doubted: HoldingChange {
        var after = before
        if before.standing != .unlisted { after.standing = .doubted }
        return HoldingChange(before: before, after: after)
    }
}

extension HoldingDoubt.Drop {
    /// Compares what is available. A tenth is asked of a positive balance only: below zero, less is no smaller share.
    fileprivate init?(_ change: HoldingChange, from before: Holding, taken: Amount?) {
        let last = before.balance.available.without(taken)
        let next = change.after.balance.available
        guard last.asset == next.asset, !last.isZero else { return nil }
        if next.isZero {
            self = .toZero
        } else if last.units > 0, next.units <= (last.units - 1) / 10 {
            self = .underTenth
        } else {
            return nil
        }
    }
}

extension Amount {
    /// What is left of it; nothing where more was taken.
    fileprivate func without(_ taken: Amount?) -> Amount {
        guard let taken, taken.asset == asset, taken.units > 0 else { return self }
        let (left, overflow) = units.subtractingReportingOverflow(taken.units)
        return overflow || left < 0 ? .zero(of: asset) : Amount(units: left, of: asset)
    }
}
