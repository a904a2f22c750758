/// Holdings that go in one request, before it is known how much of them and at what cost.
struct Draft {
    /// Never empty; all of one asset.
    let holdings: [HoldingStanding]
    /// What they may lose at most.
    let room: Amount
    /// A person named the legs, or they were planned before: all of it or nothing.
    var fixed: [Leg]?
    /// What the planned legs give with the fee, where that is on top.
    var debits: [Leg]?
    /// What was quoted for the planned legs.
    var quoted: Quote?

    init(_ holdings: [HoldingStanding], room: Amount) {
        self.holdings = holdings
        self.room = room
    }

    var available: Amount { holdings.sum(of: room.asset) ?? room }
    /// What of the balances must stay.
    var keeps: Amount { Amount(units: available.units - room.units, of: room.asset) }

    /// The amount, taken from the holdings in proportion to what they have.
    func legs(moving amount: Amount) -> [Leg] {
        if let fixed { return fixed }
        let parts = Split.largestRemainder(of: amount, by: holdings.map(\.available))
        return zip(holdings, parts).compactMap { $1.units > 0 ? Leg($0.id, $1) : nil }
    }
}

extension Draft {
    /// A fixed leg that its holding does not have.
    var overdrawnLeg: Leg? {
        (debits ?? fixed)?.first { leg in available(in: leg.holding).map { $0.units < leg.amount.units } ?? true }
    }

    /// What may go from the legs' holdings, a fee on top included: holdings without a leg give nothing.
    func most(from legs: [Leg], within room: Amount) -> Amount {
        let there = legs.reduce(0) { $0 + (available(in: $1.holding)?.units ?? 0) }
        return Amount(units: min(there, room.units), of: room.asset)
    }

    /// What the legs leave in each of their holdings.
    func spare(beyond legs: [Leg]) -> [Amount] {
        legs.map { leg in
            let there = available(in: leg.holding)?.units ?? 0
            return Amount(units: max(there - leg.amount.units, 0), of: leg.amount.asset)
        }
    }

    private func available(in holding: HoldingID) -> Amount? { holdings.first { $0.id == holding }?.available }

    /// One request for all.
    static func together(_ holdings: [HoldingStanding], leaving leave: Amount) -> [Draft] {
        let giving = holdings.giving
        guard !giving.isEmpty, let room = holdings.room(leaving: leave) else { return [] }
        return [Draft(giving, room: room)]
    }

    /// One request for each, the largest first (those that expire before all others): so the smallest, which are the
    /// least worth their fee, are what stays behind.
    static func apart(_ holdings: [HoldingStanding], leaving leave: Amount, by rule: CashOutRule, at now: Timestamp)
        -> [Draft]
    {
        guard var left = holdings.room(leaving: leave)?.units else { return [] }
        let order = holdings.giving.map { (rule.expiry(of: $0, at: now), $0) }.sorted {
            switch ($0.0, $1.0) {
            case (_?, nil): true
            case (nil, _?): false
            case (let first?, let second?) where first != second: first < second
            case (_?, _?), (nil, nil):
                ($1.1.available.units, $0.1.id) < ($0.1.available.units, $1.1.id)
            }
        }
        return order.compactMap { _, standing in
            let room = min(standing.available.units, left)
            left -= max(room, 0)
            return room > 0 ? Draft([standing], room: Amount(units: room, of: leave.asset)) : nil
        }
    }
}
