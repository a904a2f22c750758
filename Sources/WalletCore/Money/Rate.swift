/// What one unit of an asset was worth in another on a day, e.g. 1 USD = 1391.20 KRW.
package struct Rate: Hashable, Sendable {
    /// Enough for one of the smallest coins in the dearest.
    static let fractionDigitsMax = 30

    package let base: Asset
    package let quote: Asset
    /// The day that the rate is of.
    package let asOf: CalendarDate
    /// How much of ``quote`` one ``base`` is, as it was written, e.g. `1391.20`.
    package let value: String

    /// The value is ``digits`` × 10^-``fractionDigits``, and above zero.
    let digits: UInt128
    let fractionDigits: Int

    /// Reads a pair `BASE/QUOTE` of known assets and how much of the second one of the first is.
    package static func parse(
        pair: String, value: String, asOf: CalendarDate, assets: AssetTable
    ) throws(RateError) -> Rate {
        let codes = pair.split(separator: "/", omittingEmptySubsequences: false)
        guard codes.count == 2 else {
            throw .malformedPair(SafeText.excerpt(pair))
        }
        let base: Asset
        let quote: Asset
        do {
            base = try assets.asset(String(codes[0]))
            quote = try assets.asset(String(codes[1]))
        } catch {
            throw .asset(error)
        }
        guard base != quote else {
            throw .malformedPair(SafeText.excerpt(pair))
        }
        return try Rate(base: base, quote: quote, asOf: asOf, value: value)
    }

    package init(base: Asset, quote: Asset, asOf: CalendarDate, value: String) throws(RateError) {
        let decimal: DecimalText
        do {
            decimal = try DecimalText(value)
        } catch {
            throw .malformedValue(SafeText.excerpt(value), error)
        }
        guard !decimal.isNegative, decimal.digits > 0, decimal.writtenFractionDigits <= Rate.fractionDigitsMax else {
            throw .outOfRange(SafeText.excerpt(value))
        }
        self.base = base
        self.quote = quote
        self.asOf = asOf
        self.value = value
        digits = decimal.digits
        fractionDigits = decimal.fractionDigits
    }

    /// The pair as it is written, e.g. `USD/KRW`.
    package var pair: String { "\(base.code)/\(quote.code)" }

    /// Converts an amount of ``base`` to ``quote``, or one of ``quote`` to ``base`` by the inverse of the rate. Exact
    /// until the one rounding at the end.
    package func convert(_ amount: Amount, rounding: Rounding) throws(AmountError) -> Amount {
        let scaling: ExactScaling
        let target: Asset
        switch amount.asset {
        case base:
            target = quote
            scaling = ExactScaling(
                multiplier: digits, divisor: 1, exponent: quote.scale - base.scale - fractionDigits)
        case quote:
            target = base
            scaling = ExactScaling(
                multiplier: 1, divisor: digits, exponent: base.scale - quote.scale + fractionDigits)
        default:
            throw .mixedAssets(amount.asset, base)
        }
        guard let units = scaling.apply(to: amount.units, rounding: rounding) else {
            throw .overflow(asset: target)
        }
        return Amount(units: units, of: target)
    }
}
