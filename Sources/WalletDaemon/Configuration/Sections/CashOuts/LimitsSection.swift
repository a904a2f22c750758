import WalletCore

/// Reads `[limits]`: what may leave at most, over all cash-outs together.
struct LimitsSection {
    let assets: KnownAssets
    let findings: Findings

    func read(_ table: MergedTable?) -> Budget? {
        guard let table else { return nil }
        var reader = TableReader(table, findings)
        let budget = reader.requiredMember("budget").flatMap { BudgetKeys(assets: assets).read($0, reader) }
        reader.finish()
        return budget
    }
}
