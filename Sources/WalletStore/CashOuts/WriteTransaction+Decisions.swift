import SQLite
package import WalletCore

extension WriteTransaction {
    /// Keeps what is decided about a rule from now on, if it is not what was decided before.
    package func record(_ decision: CashOutDecision) throws(StoreError) {
        guard let rule = decision.rule else { throw database.refused("a decision about no rule") }
        guard try self.decision(about: rule)?.decision != decision else { return }
        try database.run(
            """
            INSERT INTO decision (rule, at, word, plans, reasons, left_out, wanted) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            rule, now, decision.word.rawValue, decision.plans.column, decision.reasons.column,
            decision.leftOut.column, decision.wanted.column)
    }
}
