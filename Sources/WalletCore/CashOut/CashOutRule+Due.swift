extension CashOutRule {
    /// Why it is time.
    enum Due: Equatable {
        case above
        /// Credit has lain there for `max_age`.
        case aged(HoldingID)
        /// Credit expires within `before_expiry`.
        case expiring(HoldingID, CalendarDate)
    }

    /// Whether the rule takes the holding into its sum.
    package func selects(_ holding: HoldingID) -> Bool {
        holding.asset == asset.code && from.contains { $0.matches(holding) }
    }

    /// What a reading says to the rule: by the sum of all its holdings as they are known, or by age or expiry of one.
    ///
    /// `holdings` are those that it selects.
    package func verdict(on holdings: [HoldingStanding], at now: Timestamp) -> Confirmation.Verdict {
        let known = holdings.filter(\.isKnown)
        return due(known, sum: known.sum(of: asset), at: now) == nil ? .notDue : .due
    }

    func due(_ holdings: [HoldingStanding], sum: Amount?, at now: Timestamp) -> Due? {
        if let sum, sum.units > whenAbove.units { return .above }
        if let expiring = expiring(holdings, now) { return expiring }
        guard let maxAge else { return nil }
        return holdings.first { standing in
            standing.available.units > 0 && standing.creditSince.map { $0 + maxAge <= now } ?? false
        }
        .map { .aged($0.id) }
    }

    private func expiring(_ holdings: [HoldingStanding], _ now: Timestamp) -> Due? {
        guard beforeExpiry != nil else { return nil }
        for standing in holdings {
            if let date = expiry(of: standing, at: now) { return .expiring(standing.id, date) }
        }
        return nil
    }

    /// When the first credit expires that `before_expiry` is about now.
    func expiry(of standing: HoldingStanding, at now: Timestamp) -> CalendarDate? {
        guard let beforeExpiry, standing.available.units > 0 else { return nil }
        let today = CalendarDate(now)
        return standing.holding.lots
            .filter { $0.amount.units > 0 && $0.expires >= today && $0.expires.start - beforeExpiry <= now }
            .map(\.expires).min()
    }
}

extension [HoldingStanding] {
    /// `nil`: more than can be counted.
    func sum(of asset: Asset) -> Amount? {
        var units: Int128 = 0
        for standing in self {
            let (sum, overflow) = units.addingReportingOverflow(standing.available.units)
            guard !overflow else { return nil }
            units = sum
        }
        return Amount(units: units, of: asset)
    }

    /// What they may lose together: what is over `leave` and over what is overdrawn among them; may be less than
    /// nothing. `nil`: more than can be counted.
    func room(leaving leave: Amount) -> Amount? {
        guard let there = giving.sum(of: leave.asset), let owed = filter(\.isOverdrawn).sum(of: leave.asset) else {
            return nil
        }
        let (keeps, overflow) = leave.units.subtractingReportingOverflow(owed.units)
        return overflow ? nil : Amount(units: there.units - keeps, of: leave.asset)
    }

    /// Those that have something.
    var giving: [HoldingStanding] { filter { $0.available.units > 0 } }
}
