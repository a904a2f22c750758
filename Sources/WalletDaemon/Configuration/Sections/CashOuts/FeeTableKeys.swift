import WalletCore

/// Reads a table of fees such as `fee = { percent = …, fixed = …, minimum = …, maximum = … }`.
struct FeeTableKeys {
    let assets: KnownAssets

    func read(_ member: MergedTable.Member, _ reader: TableReader) -> FeeTable? {
        guard let table = reader.table(member) else { return nil }
        var inner = TableReader(table, reader.findings)
        var fee = FeeTable()
        fee.percent = inner.optional("percent") { value throws(ValueFlaw) in try value.percentage() }
        fee.fixed = inner.optional("fixed", sum)
        fee.minimum = inner.optional("minimum", sum)
        fee.maximum = inner.optional("maximum", sum)
        inner.finish()
        if table.members.isEmpty {
            reader.findings.fault(
                "`\(member.key)`: the table is empty; where nothing is taken it is { percent = \"0%\" }",
                at: member.place)
        }
        checkAssets(of: fee, table, reader.findings)
        return fee
    }

    private func sum(_ value: ConfigurationValue) throws(ValueFlaw) -> Amount { try value.amountFromZero(assets) }

    /// All sums are of one asset, and the least fee is no more than the most.
    private func checkAssets(of fee: FeeTable, _ table: MergedTable, _ findings: Findings) {
        let sums = [("fixed", fee.fixed), ("minimum", fee.minimum), ("maximum", fee.maximum)].compactMap { key, sum in
            sum.map { (key, $0) }
        }
        guard let (firstKey, first) = sums.first else { return }
        for (key, sum) in sums where sum.asset != first.asset {
            findings.fault(
                "`\(key)` is in \(sum.asset.code) and `\(firstKey)` in \(first.asset.code): a fee table has one asset",
                at: table[key]?.place ?? table.place)
        }
        if let minimum = fee.minimum, let maximum = fee.maximum, minimum.asset == maximum.asset,
            minimum.units > maximum.units
        {
            findings.fault(
                "`maximum`: \(maximum) is less than `minimum`, \(minimum)", at: table["maximum"]?.place ?? table.place)
        }
    }
}
