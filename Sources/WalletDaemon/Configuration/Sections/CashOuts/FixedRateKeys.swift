import WalletCore

/// The keys of `adapter = "fixed"`: rates that a person wrote down.
struct FixedRateKeys {
    let assets: KnownAssets

    func read(_ reader: inout TableReader) -> [Rate]? {
        let asOf = reader.required("as_of") { value throws(ValueFlaw) in try value.day() }
        guard let member = reader.requiredMember("pairs"), let table = reader.table(member) else { return nil }
        if table.members.isEmpty {
            reader.findings.fault(
                "`pairs`: the table is empty; a rate in it is written like \"USD/KRW\" = \"1391.20\"", at: member.place)
        }
        // The day does not matter to what may be wrong with a rate.
        let rates = rates(table, asOf: asOf ?? CalendarDate(daysSinceEpoch: 0), reader)
        return asOf == nil ? nil : rates
    }

    /// Each pair once, in whichever direction: two rates of one pair would contradict each other.
    private func rates(_ table: MergedTable, asOf: CalendarDate, _ reader: TableReader) -> [Rate] {
        var seen: [Set<String>: String] = [:]
        return table.members.compactMap { member in
            reader.take(member) { value throws(ValueFlaw) in
                guard case .text(let text) = value else {
                    throw .kind(wanted: "a rate in a string, like \"1391.20\"", found: value.noun)
                }
                let rate = try rate(member.key, text, asOf: asOf)
                if let other = seen.updateValue(rate.pair, forKey: [rate.base.code, rate.quote.code]) {
                    throw .refused("the same two assets stand here as \"\(other)\" already")
                }
                return rate
            }
        }
    }

    private func rate(_ pair: String, _ text: String, asOf: CalendarDate) throws(ValueFlaw) -> Rate {
        do {
            return try Rate.parse(pair: pair, value: text, asOf: asOf, assets: assets.table)
        } catch .asset(let error) {
            throw assets.flaw(error)
        } catch {
            throw .refused("\(error)")
        }
    }
}
