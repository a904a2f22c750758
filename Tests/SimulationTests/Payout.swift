import WalletCore

/// One reference in the books of a provider.
struct Payout: Sendable {
    let order: Order
    var arrived: Duration
    var moves = 0
    var isRejected = false
    var isReturned = false
    /// It has come, and is acted on then.
    var actsAt: Duration?
    var settlesAt: Duration = .zero
    var returnsAt: Duration?
    var needsUserUntil: Duration?

    /// What each holding gave.
    var gave: [String: Int128] = [:]

    /// What is gone from the holdings.
    var taken: Int128 { moves > 0 && !isReturned ? order.debit : 0 }

    /// What goes out for one cash-out, as text.
    struct Order: Sendable {
        var reference: String
        let intent: String
        let provider: String
        let fee: Int128
        let isFeeOnTop: Bool
        let legs: [(holding: String, units: Int128)]

        init(reference: String, provider: String, fee: Int128, isFeeOnTop: Bool, legs: [Leg]) {
            self.reference = reference
            intent = reference
            self.provider = provider
            self.fee = fee
            self.isFeeOnTop = isFeeOnTop
            self.legs = legs.map { ("\($0.holding.source)/\($0.holding.account)", $0.amount.units) }
        }

        var text: String {
            let legs = legs.map { "\($0.holding):\($0.units)" }.joined(separator: ";")
            return "\(reference) \(intent) \(provider) \(fee) \(isFeeOnTop ? "on-top" : "within") \(legs)"
        }

        init?(_ text: String) {
            let words = text.split(separator: " ").map(String.init)
            guard words.count == 6, let fee = Int128(words[3]) else { return nil }
            (reference, intent, provider) = (words[0], words[1], words[2])
            self.fee = fee
            isFeeOnTop = words[4] == "on-top"
            legs = words[5].split(separator: ";").compactMap { leg in
                let parts = leg.split(separator: ":")
                guard parts.count == 2, let units = Int128(parts[1]) else { return nil }
                return (String(parts[0]), units)
            }
        }

        /// What each holding gives; a fee on top comes from those that have something left, and at last from the first.
        func shares(of balances: [String: Int128]) -> [String: Int128] {
            var shares: [String: Int128] = [:]
            for leg in legs { shares[leg.holding, default: 0] += leg.units }
            var fee = isFeeOnTop ? fee : 0
            for leg in legs {
                let part = min(fee, max(0, (balances[leg.holding] ?? 0) - leg.units))
                shares[leg.holding, default: 0] += part
                fee -= part
            }
            if let first = legs.first { shares[first.holding, default: 0] += fee }
            return shares
        }

        var debit: Int128 { legs.reduce(0) { $0 + $1.units } + (isFeeOnTop ? fee : 0) }
    }
}
