package import WalletCore

/// `adapter = "fixed"`: rates that a person wrote down on a day.
package struct FixedRatesDefinition: Equatable, Sendable {
    package var asOf: CalendarDate
    /// `BASE/QUOTE` and how much of the second one of the first is, in the order in which they were written.
    package var pairs: [Pair]

    package struct Pair: Equatable, Sendable {
        package var pair: String
        package var value: String

        package init(_ pair: String, _ value: String) {
            self.pair = pair
            self.value = value
        }
    }

    package init(asOf: CalendarDate, pairs: [Pair]) {
        self.asOf = asOf
        self.pairs = pairs
    }
}

extension FixedRatesDefinition {
    /// The rates, each pair of assets once, in whichever direction.
    package func rates(assets: AssetTable) throws(RatesFlaw) -> [Rate] {
        var rates: [Rate] = []
        var seen: Set<Set<String>> = []
        for pair in pairs {
            let rate: Rate
            do {
                rate = try Rate.parse(pair: pair.pair, value: pair.value, asOf: asOf, assets: assets)
            } catch {
                throw RatesFlaw(pair: pair.pair, "\(error)")
            }
            guard seen.insert([rate.base.code, rate.quote.code]).inserted else {
                throw RatesFlaw(pair: pair.pair, "the same two assets stand there twice; one direction is enough")
            }
            rates.append(rate)
        }
        return rates
    }
}
