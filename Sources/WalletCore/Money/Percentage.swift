/// An exact share in hundredths, e.g. `0.3%`; never negative.
package struct Percentage: Hashable, Sendable {
    /// Fee tables and thresholds have two or three; more would be a slip.
    static let fractionDigitsMax = 6
    /// A ten-thousandfold: no fee or change that one could mean is larger.
    static let wholeMax: UInt128 = 1_000_000

    /// The percent without its point, and without zeros at the end of the fraction.
    private let digits: UInt128
    private let fractionDigits: Int

    package var isZero: Bool { digits == 0 }

    /// Reads digits, with a point where needed, and `%` right after them: `5%`, `1.5%`, `0%`.
    package static func parse(_ text: String) throws(PercentageError) -> Percentage {
        let bytes = text.utf8.span
        let decimal: DecimalText
        do {
            decimal = try DecimalText(prefixOf: bytes)
        } catch {
            throw .malformed(SafeText.excerpt(text))
        }
        let end = decimal.byteCount
        guard end + 1 == bytes.count, bytes[end] == UInt8(ascii: "%"), !decimal.isNegative else {
            throw .malformed(SafeText.excerpt(text))
        }
        guard decimal.writtenFractionDigits <= fractionDigitsMax,
            decimal.digits <= wholeMax * UInt128.powersOfTen[decimal.fractionDigits]
        else {
            throw .outOfRange(SafeText.excerpt(text))
        }
        return Percentage(digits: decimal.digits, fractionDigits: decimal.fractionDigits)
    }

    /// This share of the amount.
    package func of(_ amount: Amount, rounding: Rounding) throws(AmountError) -> Amount {
        let scaling = ExactScaling(multiplier: digits, divisor: 1, exponent: -2 - fractionDigits)
        guard let units = scaling.apply(to: amount.units, rounding: rounding) else {
            throw .overflow(asset: amount.asset)
        }
        return Amount(units: units, of: amount.asset)
    }
}

extension Percentage: CustomStringConvertible {
    /// As short as it is exact, e.g. `0.3%`.
    package var description: String {
        DecimalFormat.text(digits, isNegative: false, scale: fractionDigits, suffix: "") + "%"
    }
}
