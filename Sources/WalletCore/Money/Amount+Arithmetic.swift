/// Exact arithmetic: a sum that does not fit and a second asset are errors. There are no operators and no `<`, since
/// those could not tell.
extension Amount {
    /// How one amount stands to another.
    package enum Order: Sendable {
        case less
        case equal
        case greater
    }

    package func adding(_ other: Amount) throws(AmountError) -> Amount {
        try checkSameAsset(other)
        let (sum, overflow) = units.addingReportingOverflow(other.units)
        guard !overflow else { throw .overflow(asset: asset) }
        return Amount(units: sum, of: asset)
    }

    package func subtracting(_ other: Amount) throws(AmountError) -> Amount {
        try checkSameAsset(other)
        let (difference, overflow) = units.subtractingReportingOverflow(other.units)
        guard !overflow else { throw .overflow(asset: asset) }
        return Amount(units: difference, of: asset)
    }

    package func negated() throws(AmountError) -> Amount {
        let (negative, overflow) = Int128.zero.subtractingReportingOverflow(units)
        guard !overflow else { throw .overflow(asset: asset) }
        return Amount(units: negative, of: asset)
    }

    package func compare(_ other: Amount) throws(AmountError) -> Order {
        try checkSameAsset(other)
        if units == other.units { return .equal }
        return units < other.units ? .less : .greater
    }

    package func isLess(than other: Amount) throws(AmountError) -> Bool { try compare(other) == .less }

    package func isGreater(than other: Amount) throws(AmountError) -> Bool { try compare(other) == .greater }

    private func checkSameAsset(_ other: Amount) throws(AmountError) {
        guard asset == other.asset else { throw .mixedAssets(asset, other.asset) }
    }
}
