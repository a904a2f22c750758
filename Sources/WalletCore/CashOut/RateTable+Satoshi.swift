/// A satoshi is a hundred-millionth of a bitcoin by definition: what is known of the one is known of the other.
extension RateTable {
    private static let bitcoin = Asset(code: "BTC", scale: 8)
    private static let satoshi = Asset(code: "SAT", scale: 3)
    /// How many places the point moves between them.
    private static let places = 8

    /// The rates of bitcoin, as those of satoshi.
    static func ofSatoshi(_ entries: [Entry]) -> [Entry] {
        entries.compactMap { entry in
            ofSatoshi(entry.rate).map { Entry($0, source: entry.source, staleAfter: entry.staleAfter) }
        }
    }

    /// Between the two, which no day changes.
    static func satoshiOfBitcoin(at now: Timestamp) -> Rate? {
        try? Rate(  // A constant of the right form; without it there is only no such way.
            base: bitcoin, quote: satoshi, asOf: CalendarDate(now), value: "1" + String(repeating: "0", count: places))
    }

    /// `nil` where it is not of bitcoin, or has too many digits.
    private static func ofSatoshi(_ rate: Rate) -> Rate? {
        switch (rate.base, rate.quote) {
        case (satoshi, _), (_, satoshi): nil
        case (bitcoin, let quote): rate.valued(base: satoshi, quote: quote, pointMovedBy: -places)
        case (let base, bitcoin): rate.valued(base: base, quote: satoshi, pointMovedBy: places)
        case (_, _): nil
        }
    }
}

extension Rate {
    /// The same between other units, of which one is a power of ten of another.
    fileprivate func valued(base: Asset, quote: Asset, pointMovedBy places: Int) -> Rate? {
        let scale = fractionDigits - places
        guard let whole = scale < 0 ? digits.scaledUp(by: -scale) : digits else { return nil }
        let text = DecimalFormat.text(whole, isNegative: false, scale: max(scale, 0), suffix: "")
        return try? Rate(base: base, quote: quote, asOf: asOf, value: text)  // One with too many digits is none.
    }
}

extension UInt128 {
    fileprivate func scaledUp(by places: Int) -> UInt128? {
        let (product, overflow) = multipliedReportingOverflow(by: UInt128.powersOfTen[places])
        return overflow ? nil : product
    }
}
