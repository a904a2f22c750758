extension Reading {
    /// How far a vendor's clock may be ahead of ours before its times are not believed.
    package static let asOfAheadMax: Duration = .seconds(300)

    /// This reading, after the last check that every source's reading passes, whatever its adapter looked at before.
    ///
    /// `begun` is the moment that the read began. The first fault found refuses the whole reading as `malformed`.
    package func checked(begun: Timestamp) throws(PortFailure) -> Reading {
        var listed: Set<Listing> = []
        for balance in balances {
            guard listed.insert(Listing(balance)).inserted else {
                throw balance.refused("is listed twice")
            }
            try balance.check(begun: begun)
        }
        return self
    }

    private struct Listing: Hashable {
        let account: String
        let asset: String

        init(_ balance: Balance) {
            account = balance.account
            asset = balance.available.asset.code
        }
    }
}

extension Balance {
    fileprivate func check(begun: Timestamp) throws(PortFailure) {
        guard total.asset == available.asset else {
            throw refused("has a total in \(total.asset.code)")
        }
        if let asOf, asOf > begun + Reading.asOfAheadMax {
            throw refused("has an as_of more than 5 minutes in the future; is its clock or ours wrong?")
        }
        try checkLots()
    }

    private func checkLots() throws(PortFailure) {
        var sum: Int128 = 0
        for lot in lots {
            guard lot.amount.asset == available.asset else {
                throw refused("has a lot in \(lot.amount.asset.code)")
            }
            guard !lot.amount.isNegative else { throw refused("has a lot below zero") }
            let (next, overflow) = sum.addingReportingOverflow(lot.amount.units)
            guard !overflow, next <= total.units else { throw refused("has lots that add up to more than its total") }
            sum = next
        }
    }

    fileprivate func refused(_ fault: String) -> PortFailure {
        PortFailure(.malformed, "\(available.asset.code) of account \(account) \(fault)")
    }
}
