/// Multiplies whole numbers of units by the factor multiplier ÷ divisor × 10^exponent and rounds once, at the end.
struct ExactScaling {
    let multiplier: UInt128
    /// Not zero.
    let divisor: UInt128
    let exponent: Int

    /// `nil` where the result does not fit.
    func apply(to units: Int128, rounding: Rounding) -> Int128? {
        guard let (whole, isExact) = scaled(units.magnitude) else { return nil }
        let isNegative = units < 0
        // The magnitude is cut, which is toward zero.
        let isAwayFromZero = isNegative == (rounding == .down)
        guard !isExact, isAwayFromZero else { return Int128(whole, isNegative: isNegative) }
        let (next, overflow) = whole.addingReportingOverflow(1)
        return overflow ? nil : Int128(next, isNegative: isNegative)
    }

    private func scaled(_ magnitude: UInt128) -> (whole: UInt128, isExact: Bool)? {
        var quotient = WideQuotient(multiplier, times: magnitude, over: divisor)
        var places = exponent
        while places != 0 {
            let step = min(places.magnitude, 38)
            let power = UInt128.powersOfTen[Int(step)]
            if places > 0 {
                guard quotient.multiply(by: power) else { return nil }
                places -= Int(step)
            } else {
                quotient.divide(by: power)
                places += Int(step)
            }
        }
        return quotient.whole.map { ($0, quotient.isExact) }
    }
}
