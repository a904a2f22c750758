/// Converts, and keeps what it converted with.
struct Exchange {
    private let table: RateTable
    /// Each once, in the order of their first use.
    private(set) var used: [Rate] = []

    init(_ table: RateTable) {
        self.table = table
    }

    mutating func convert(_ amount: Amount, to asset: Asset, rounding: Rounding) throws(ExchangeError) -> Amount {
        let (result, rates) = try table.convert(amount, to: asset, rounding: rounding)
        for rate in rates where !used.contains(rate) { used.append(rate) }
        return result
    }
}

extension Amount {
    func plus(_ other: Amount) throws(ExchangeError) -> Amount {
        do { return try adding(other) } catch { throw .amount(error) }
    }

    func minus(_ other: Amount) throws(ExchangeError) -> Amount {
        do { return try subtracting(other) } catch { throw .amount(error) }
    }
}

extension Percentage {
    func share(of amount: Amount, rounding: Rounding) throws(ExchangeError) -> Amount {
        do { return try of(amount, rounding: rounding) } catch { throw .amount(error) }
    }
}
