import WalletAdapters
import WalletCore

/// The keys of `adapter = "fixed"`: rates that a person wrote down.
struct FixedRateKeys {
    let assets: KnownAssets

    func read(_ reader: inout TableReader) -> FixedRatesDefinition? {
        let asOf = reader.required("as_of") { value throws(ValueFlaw) in try value.day() }
        guard let member = reader.requiredMember("pairs"), let table = reader.table(member) else { return nil }
        if table.members.isEmpty {
            reader.findings.fault(
                "`pairs`: the table is empty; a rate in it is written like \"USD/KRW\" = \"1391.20\"", at: member.place)
        }
        let pairs = pairs(table, reader)
        return asOf.map { FixedRatesDefinition(asOf: $0, pairs: pairs) }
    }

    /// Each pair once, in whichever direction: two rates of one pair would contradict each other.
    private func pairs(_ table: MergedTable, _ reader: TableReader) -> [FixedRatesDefinition.Pair] {
        var seen: [Set<String>: String] = [:]
        return table.members.compactMap { member in
            reader.take(member) { value throws(ValueFlaw) in
                guard case .text(let text) = value else {
                    throw .kind(wanted: "a rate in a string, like \"1391.20\"", found: value.noun)
                }
                let rate = try rate(member.key, text)
                if let other = seen.updateValue(rate.pair, forKey: [rate.base.code, rate.quote.code]) {
                    throw .refused("the same two assets stand here as \"\(other)\" already")
                }
                return FixedRatesDefinition.Pair(member.key, text)
            }
        }
    }

    private func rate(_ pair: String, _ text: String) throws(ValueFlaw) -> Rate {
        do {
            // The day does not matter to what may be wrong with a rate.
            return try Rate.parse(
                pair: pair, value: text, asOf: CalendarDate(daysSinceEpoch: 0), assets: assets.table)
        } catch .asset(let error) {
            throw assets.flaw(error)
        } catch {
            throw .refused("\(error)")
        }
    }
}
