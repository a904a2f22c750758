/// A quotient of 256 bits with what is left over, for products that are wider than an amount.
struct WideQuotient {
    private var high: UInt128
    private var low: UInt128
    private var remainder: UInt128
    private let divisor: UInt128
    /// Whether a division by a power of ten left something that ``remainder`` does not hold.
    private var hasLost = false

    init(_ left: UInt128, times right: UInt128, over divisor: UInt128) {
        let product = left.multipliedFullWidth(by: right)
        let (high, carry) = product.high.quotientAndRemainder(dividingBy: divisor)
        self.high = high
        (low, remainder) = divisor.dividingFullWidth((carry, product.low))
        self.divisor = divisor
    }

    /// The quotient cut to a whole number; `nil` where that takes more than 128 bits.
    var whole: UInt128? { high == 0 ? low : nil }

    var isExact: Bool { remainder == 0 && !hasLost }

    /// Multiplies quotient and remainder, carrying over into the quotient what the remainder grows beyond the divisor.
    /// False where the quotient does not fit; never to be called after ``divide(by:)``.
    mutating func multiply(by factor: UInt128) -> Bool {
        guard high == 0 else { return false }
        let grown = remainder.multipliedFullWidth(by: factor)
        // remainder < divisor, so the carry is below the factor and fits.
        let (carry, rest) = divisor.dividingFullWidth(grown)
        let (product, overflow) = low.multipliedReportingOverflow(by: factor)
        let (sum, carried) = product.addingReportingOverflow(carry)
        guard !overflow, !carried else { return false }
        low = sum
        remainder = rest
        return true
    }

    /// Divides the quotient; what that leaves over is only remembered as lost.
    mutating func divide(by power: UInt128) {
        let (quotient, carry) = high.quotientAndRemainder(dividingBy: power)
        let (rest, left) = power.dividingFullWidth((carry, low))
        high = quotient
        low = rest
        if left != 0 { hasLost = true }
    }
}
