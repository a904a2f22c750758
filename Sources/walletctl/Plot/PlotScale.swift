/// The vertical axis of a plot: round numbers that enclose the values.
struct PlotScale: Equatable {
    let low: Int128
    let high: Int128
    /// The distance of two marks: 1, 2 or 5 times a power of ten units.
    let step: Int128

    /// About how many marks an axis has: more would crowd its few rows.
    private static let marksMost: Int128 = 7

    init(enclosing values: ClosedRange<Int128>) {
        let extent = values.upperBound - values.lowerBound
        let size = extent == 0 ? abs(values.lowerBound) : extent
        let step = Self.roundStep(atLeast: -Self.quotient(-size, Self.marksMost - 1))
        var low = Self.floored(values.lowerBound, step)
        var high = -Self.floored(-values.upperBound, step)
        if low == high {
            low -= low == 0 ? 0 : step
            high += step
        }
        self.low = low
        self.high = high
        self.step = step
    }

    /// From the lowest to the highest.
    var marks: [Int128] { (0...((high - low) / step)).map { low + step * $0 } }

    /// The row of a value, counted from 0 at the bottom, where the axis has so many rows.
    func row(of value: Int128, rows: Int) -> Int {
        let extent = high - low
        return Int(((value - low) * Int128(rows - 1) * 2 + extent) / (extent * 2))
    }

    private static func roundStep(atLeast least: Int128) -> Int128 {
        var power: Int128 = 1
        while true {
            for factor: Int128 in [1, 2, 5] where power * factor >= least {
                return power * factor
            }
            power *= 10
        }
    }

    private static func floored(_ value: Int128, _ step: Int128) -> Int128 {
        quotient(value, step) * step
    }

    /// Rounded down.
    private static func quotient(_ value: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? quotient - 1 : quotient
    }
}
