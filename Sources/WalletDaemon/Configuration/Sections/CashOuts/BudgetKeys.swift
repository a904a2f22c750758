import WalletCore

/// Reads `budget = { amount = …, fees = …, every = … }`.
struct BudgetKeys {
    private static let everyRange = Duration.seconds(1)...Duration.writtenMax

    let assets: KnownAssets

    /// The budget below a key that was found; its flaws are reported.
    func read(_ member: MergedTable.Member, _ reader: TableReader) -> Budget? {
        guard let table = reader.table(member) else { return nil }
        var inner = TableReader(table, reader.findings)
        let amount = inner.required("amount") { value throws(ValueFlaw) in try value.amountAboveZero(assets) }
        let fees = inner.required("fees") { value throws(ValueFlaw) in try value.amountFromZero(assets) }
        let every = inner.required("every") { value throws(ValueFlaw) in try value.duration(in: Self.everyRange) }
        inner.finish()
        guard let amount, let fees, let every else { return nil }
        return Budget(amount: amount, fees: fees, every: every)
    }
}
