import WalletCore

/// One row of a table, or one item of a list: a balance, or the part of one that expires on one day.
struct HoldingPart: Sendable {
    var account: String
    var available: Amount
    var total: Amount?
    var kind: BalanceKind?
    var asOf: Timestamp?
    var expires: CalendarDate?
}

extension [HoldingPart] {
    /// The balances, in the order in which each is first listed.
    ///
    /// Parts of the same account and asset make one balance where each expires on another day (one may never expire):
    /// their amounts add up, and those that expire are its lots. Otherwise the balance is listed twice, which is refused.
    func balances() throws(PortFailure) -> [Balance] {
        var places: [Place: Int] = [:]
        var groups: [[HoldingPart]] = []
        for part in self {
            let place = Place(account: part.account, asset: part.available.asset.code)
            if let index = places[place] {
                groups[index].append(part)
            } else {
                places[place] = groups.count
                groups.append([part])
            }
        }
        var balances: [Balance] = []
        for parts in groups {
            balances.append(try Self.balance(parts))
        }
        return balances
    }

    private struct Place: Hashable {
        let account: String
        let asset: String
    }

    private static func balance(_ parts: [HoldingPart]) throws(PortFailure) -> Balance {
        var sum = parts[0]
        var days = Set([sum.expires])
        for part in parts.dropFirst() {
            guard days.insert(part.expires).inserted else { throw sum.refused("is listed twice") }
            guard part.kind == sum.kind, part.asOf == sum.asOf else {
                throw sum.refused("is listed in parts that differ in kind or as_of")
            }
            try sum.add(part)
        }
        let lots = parts.compactMap { part in
            part.available.isZero ? nil : part.expires.map { Lot(amount: part.available, expires: $0) }
        }
        return Balance(
            account: sum.account, available: sum.available, total: sum.total, kind: sum.kind, asOf: sum.asOf, lots: lots
        )
    }
}

extension HoldingPart {
    fileprivate mutating func add(_ part: HoldingPart) throws(PortFailure) {
        do throws(AmountError) {
            if total != nil || part.total != nil {
                total = try (total ?? available).adding(part.total ?? part.available)
            }
            available = try available.adding(part.available)
        } catch {
            throw refused("cannot be added up: \(error)")
        }
    }

    fileprivate func refused(_ fault: String) -> PortFailure {
        PortFailure(.malformed, "\(available.asset.code) of account \(account) \(fault)")
    }
}
