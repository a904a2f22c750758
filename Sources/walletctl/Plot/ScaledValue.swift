/// A decimal number as an integer of its smallest parts.
struct ScaledValue: Equatable {
    let units: Int128
    /// How many digits of `units` stand after the point.
    let scale: Int

    init(units: Int128, scale: Int) {
        self.units = units
        self.scale = scale
    }

    /// Reads `-?digits[.digits]`; `nil` for anything else, and for more than 128 bits hold.
    init?(_ text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isDigit) }),
            let magnitude = Int128(parts.joined())
        else { return nil }
        units = isNegative ? -magnitude : magnitude
        scale = parts.dropFirst().first?.utf8.count ?? 0
    }

    /// The same number with more digits after the point; `nil` where it does not fit.
    func rescaled(to scale: Int) -> ScaledValue? {
        var units = units
        for _ in self.scale..<max(scale, self.scale) {
            let (product, overflow) = units.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            units = product
        }
        return ScaledValue(units: units, scale: max(scale, self.scale))
    }

    /// The shortest decimal text: without zeros at the end of a fraction.
    var shortText: String {
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        let fraction = padded.suffix(scale).reversed().drop { $0 == "0" }.reversed()
        let whole = (units < 0 ? "-" : "") + padded.dropLast(scale)
        return fraction.isEmpty ? whole : whole + "." + String(fraction)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
