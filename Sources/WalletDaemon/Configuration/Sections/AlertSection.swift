import WalletCore

/// Reads `[alerts.NAME]`.
struct AlertSection {
    private static let forRange = Duration.zero...Duration.seconds(366 * 86_400)
    private static let renotifyRange = Duration.seconds(1)...Duration.writtenMax

    let assets: KnownAssets
    var sources: KnownSources
    let findings: Findings

    mutating func read(_ section: NamedTables) -> [AlertRule] {
        section.checkNames(findings)
        return section.entries.compactMap { entry in entry.table.flatMap { read($0, named: entry.name) } }
    }

    private mutating func read(_ table: MergedTable, named name: String) -> AlertRule? {
        var reader = TableReader(table, findings)
        let selection = SelectionKeys(assets: assets).read(&reader, sources: &sources)
        let written = AlertConditionKeys(assets: assets).read(&reader)
        let clearAt = clearAt(&reader, written)
        let atLeast = atLeast(&reader, written)
        let sustained = reader.optional("for") { value throws(ValueFlaw) in try value.duration(in: Self.forRange) }
        let severity = reader.optional("severity") { value throws(ValueFlaw) in try value.word(Severity.self) }
        let renotify = reader.optional("renotify") { value throws(ValueFlaw) in
            try value.duration(in: Self.renotifyRange)
        }
        AlertConditionKeys.reportMissing(written, meant: reader.finish(), table, findings)
        guard case .one(let member, let condition?) = written else { return nil }
        checkAssets(selection, condition, member)
        warnOfPollInterval(selection, condition, member)
        var rule = AlertRule(name: name, selection: selection, condition: condition)
        rule.clearAt = clearAt
        rule.atLeast = atLeast
        rule.sustained = sustained ?? .zero
        rule.severity = severity ?? .warning
        rule.renotify = renotify
        return rule
    }

    private func clearAt(_ reader: inout TableReader, _ written: AlertConditionKeys.Written) -> Amount? {
        guard let member = reader.member("clear_at"),
            let amount = reader.take(member, { value throws(ValueFlaw) in try value.amount(assets) })
        else { return nil }
        guard case .one(let key, let condition?) = written else { return nil }
        guard case .threshold(let threshold) = condition else {
            findings.fault("`clear_at` goes with a threshold; `\(key.key)` has none", at: member.place)
            return nil
        }
        if let flaw = threshold.flaw(ofClearAt: amount) { findings.fault("`clear_at`: \(flaw)", at: member.place) }
        return amount
    }

    private func atLeast(_ reader: inout TableReader, _ written: AlertConditionKeys.Written) -> Amount? {
        guard let member = reader.member("at_least"),
            let amount = reader.take(member, { value throws(ValueFlaw) in try value.amount(assets) })
        else { return nil }
        guard case .one(let key, .threshold(let threshold)?) = written else { return amount }
        guard threshold.limit.asset == amount.asset else {
            findings.fault(
                "`at_least` is in \(amount.asset.code) and `\(key.key)` in \(threshold.limit.asset.code):"
                    + " no holding could meet both",
                at: member.place)
            return amount
        }
        if threshold.isOnSmallerSide, !threshold.holds(for: amount) {
            findings.warn("`at_least` leaves out every holding that `\(key.key)` is about", at: member.place)
        }
        return amount
    }

    private func checkAssets(_ selection: Selection, _ condition: AlertCondition, _ member: MergedTable.Member) {
        guard let code = condition.limit?.asset.code, !selection.assets.isEmpty else { return }
        guard !selection.assets.contains(where: { Glob($0).matches(code) }) else { return }
        findings.fault("`\(member.key)` is in \(code), which `asset` leaves out: it can never hold", at: member.place)
    }

    private mutating func warnOfPollInterval(
        _ selection: Selection, _ condition: AlertCondition, _ member: MergedTable.Member
    ) {
        guard case .staleFor(let time) = condition, let slow = sources.slow(time, among: selection) else { return }
        findings.warn(
            "`stale_for` is not longer than `every` of source \"\(slow)\": it fires between two polls",
            at: member.place)
    }
}

extension Threshold {
    /// Whether small balances meet it.
    fileprivate var isOnSmallerSide: Bool {
        switch comparison {
        case .below, .atOrBelow: true
        case .above, .atOrAbove: false
        }
    }

    /// Why an alert cannot be resolved there; equality is decided by the name of the comparison.
    fileprivate func flaw(ofClearAt clearAt: Amount) -> String? {
        guard clearAt.asset == limit.asset else {
            return "it is in \(clearAt.asset.code), the threshold in \(limit.asset.code)"
        }
        guard clears(clearAt, at: limit), !holds(for: clearAt) else {
            let side =
                switch comparison {
                case .below: "at or above"
                case .atOrBelow: "above"
                case .above: "at or below"
                case .atOrAbove: "below"
                }
            return "\(clearAt) is on the side where the alert holds; it must be \(side) \(limit)"
        }
        return nil
    }
}
