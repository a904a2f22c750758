/// The books of one cash-out. A position is what all accounts have gained since the plan, which sums to zero for each
/// asset; the postings of a step are the difference of two positions, and so do too, whatever the way.
///
/// Where the fee is on top, each leg's holding gives its share of it. What arrives in the asset that left is what left without
/// the fee, so all that is lost on the way is a fee; between two assets, and where the fee is of another asset than it
/// was quoted in, the exchange takes what is over in each.
extension Plan {
    package func postings(
        from before: LedgerPosition, to after: LedgerPosition
    ) throws(AmountError) -> [Posting] {
        guard before != after else { return [] }
        var balances = LedgerBalances()
        for posting in try lines(of: after) { try balances.add(posting) }
        for posting in try lines(of: before) { try balances.add(Posting(posting.account, posting.amount.negated())) }
        return balances.postings
    }

    /// The fee as it can be booked: a provider can have taken it only if it leaves something of what was moved, and is
    /// countable. That it takes nothing in another asset than quoted says nothing of what it quoted.
    func bookable(_ fee: Amount?) -> Amount? {
        guard let fee, !fee.isNegative, isAsQuoted(fee) || !fee.isZero else { return nil }
        do throws(AmountError) {
            _ = try postings(from: .inFlight, to: .arrived(fee: fee))
            _ = try postings(from: .arrived(fee: fee), to: .back(fee: fee))
            return try arriving(for: fee).isNegative ? nil : fee
        } catch {
            return nil
        }
    }

    /// The fee where it is not within what was quoted.
    func excessive(_ fee: Amount?) -> Amount? {
        guard let fee, fee.units > 0 else { return nil }
        return !isAsQuoted(fee) || fee.units > self.fee.units ? fee : nil
    }

    private func isAsQuoted(_ fee: Amount) -> Bool { fee.asset == self.fee.asset }

    private func lines(of position: LedgerPosition) throws(AmountError) -> [Posting] {
        switch position {
        case .home: []
        case .inFlight: try taken(debit) + [Posting(.inFlight, debit)]
        case .arrived(let fee): try arrived(for: fee)
        case .back(let fee?) where fee.asset == debit.asset:
            try given(shares(of: fee)) + [Posting(.fee(provider), fee)]
        case .back(let fee?):
            [Posting(.fee(provider), fee), Posting(.exchange, try fee.negated())]
        case .back(nil): []
        }
    }

    private func taken(_ debit: Amount) throws(AmountError) -> [Posting] {
        var gifts: [Amount] = []
        for (leg, share) in zip(legs, shares(of: try debit.subtracting(amount))) {
            gifts.append(try leg.amount.adding(share))
        }
        return try given(gifts)
    }

    private func given(_ amounts: [Amount]) throws(AmountError) -> [Posting] {
        var lines: [Posting] = []
        for (leg, amount) in zip(legs, amounts) { lines.append(Posting(.holding(leg.holding), try amount.negated())) }
        return lines
    }

    private func arrived(for fee: Amount) throws(AmountError) -> [Posting] {
        let isOnTop = quote.feeFrom == .balance && isAsQuoted(fee) && fee.asset == debit.asset
        let left = isOnTop ? try debit.adding(fee.subtracting(self.fee)) : debit
        let come = try arriving(for: fee)
        let lines = try taken(left) + [Posting(.destination(destination), come)]
        if left.asset == come.asset, isAsQuoted(fee) {
            return lines + [Posting(.fee(provider), try left.subtracting(come))]
        }
        var balances = LedgerBalances()
        for line in lines + [Posting(.fee(provider), fee)] { try balances.add(line) }
        let rest = try balances.sums()
        return balances.postings + (try exchanging(rest))
    }

    private func arriving(for fee: Amount) throws(AmountError) -> Amount {
        guard quote.feeFrom == .amount, isAsQuoted(fee), fee.asset == net.asset else { return net }
        return try net.subtracting(fee.subtracting(self.fee))
    }

    private func exchanging(_ sums: [Amount]) throws(AmountError) -> [Posting] {
        var lines: [Posting] = []
        for sum in sums { lines.append(Posting(.exchange, try sum.negated())) }
        return lines
    }
}
