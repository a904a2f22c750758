import SQLite
package import WalletCore

extension WriteTransaction {
    /// What steps of a cash-out mean for its rule and its provider.
    func follow(_ consequences: [CashOutConsequence], of cashOut: StoredCashOut) throws(StoreError) {
        for consequence in consequences {
            switch (consequence, cashOut.cashOut.plan.rule) {
            case (.consentWithdrawn(let cause), let rule?): try endConsent(to: rule, because: cause.rawValue)
            case (.rejected, let rule?): try reject(rule)
            case (.declined, let rule?): try decline(rule, cashOut.cashOut.purpose)
            case (.settled, let rule?): try forgetRejections(of: rule)
            case (.providerNeedsAttention(let fault), _):
                try save(attention: fault, of: cashOut.cashOut.plan.provider)
            case (.consentWithdrawn, nil), (.rejected, nil), (.declined, nil), (.settled, nil): break
            }
        }
    }

    private func reject(_ rule: String) throws(StoreError) {
        var rejections = try rejections(of: rule) ?? Setbacks(inARow: 0, last: now)
        rejections.add(at: now)
        try database.run(
            """
            INSERT INTO cashout_rule (name, rejections, rejected_at) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET rejections = excluded.rejections, rejected_at = excluded.rejected_at
            """,
            rule, rejections.inARow, rejections.last)
        if rejections.takesConsent {
            try endConsent(to: rule, because: CashOutConsequence.Cause.rejectedRepeatedly.rawValue)
        }
    }

    /// What persons had wanted themselves is nothing that the rule proposed.
    private func decline(_ rule: String, _ purpose: CashOutPurpose) throws(StoreError) {
        guard purpose == .rule else { return }
        let before = try declines(of: rule).flatMap { $0.isRecent(at: now) ? $0 : nil }
        var declines = before ?? Setbacks(inARow: 0, last: now)
        if let before, now < before.until {
            // It was proposed together with the one before, or by then.
            declines = Setbacks(inARow: before.inARow, last: now)
        } else {
            declines.add(at: now)
        }
        try database.run(
            """
            INSERT INTO cashout_rule (name, declines, declined_at) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET declines = excluded.declines, declined_at = excluded.declined_at
            """,
            rule, declines.inARow, declines.last)
    }

    func forgetRejections(of rule: String) throws(StoreError) {
        try database.run("UPDATE cashout_rule SET rejections = 0, rejected_at = NULL WHERE name = ?", rule)
    }

    private func forgetDeclines(of rule: String) throws(StoreError) {
        try database.run("UPDATE cashout_rule SET declines = 0, declined_at = NULL WHERE name = ?", rule)
    }

    /// Takes the consent away; does nothing where there is none.
    package func endConsent(to rule: String, because reason: String) throws(StoreError) {
        try database.run(
            "UPDATE consent SET ended_at = ?, ended_because = ? WHERE rule = ? AND ended_at IS NULL", now, reason, rule)
    }

    /// An operator stands behind a rule as it is loaded; rejections before that do not count any more.
    package func consent(to rule: String, revision: String, by person: String) throws(StoreError) -> ConsentAnswer {
        guard let current = try self.revision(of: rule) else { return .noRule }
        guard current == revision else { return .otherRevision(current) }
        try forgetRejections(of: rule)
        try forgetDeclines(of: rule)
        if case .given = try consent(to: rule) { return .standing }
        try database.run(
            "INSERT INTO consent (rule, revision, by, at) VALUES (?, ?, ?, ?)", rule, revision, person, now)
        return .given
    }

    /// Saves how many readings in a row agree that a rule is due, for one of its holdings.
    package func save(
        _ confirmation: Confirmation, of rule: String, on holding: HoldingID
    ) throws(StoreError) {
        guard confirmation.count > 0 else {
            try database.run(
                "DELETE FROM confirmation WHERE rule = ? AND source = ? AND account = ? AND asset = ?",
                rule, holding.source, holding.account, holding.asset)
            return
        }
        try database.run(
            """
            INSERT INTO confirmation (rule, source, account, asset, count, since, last, last_as_of)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET
              count = excluded.count, since = excluded.since, last = excluded.last, last_as_of = excluded.last_as_of
            """,
            rule, holding.source, holding.account, holding.asset, confirmation.count, confirmation.since,
            confirmation.last, confirmation.lastAsOf)
    }

    /// A read of the source failed: every count on it begins anew.
    package func forgetConfirmations(ofSource source: String) throws(StoreError) {
        try database.run("DELETE FROM confirmation WHERE source = ?", source)
    }
}
