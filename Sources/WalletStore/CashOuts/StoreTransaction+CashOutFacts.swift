import SQLite
package import WalletCore

extension StoreTransaction {
    /// All that is known for deciding about cash-outs, but for what only the running daemon knows: quotes, doubts about
    /// the clock and about the database.
    ///
    /// Its work grows with what is configured, open or within the window, never with the length of history.
    package func cashOutFacts(_ scope: CashOutScope, at now: Timestamp) throws(StoreError) -> CashOutFacts {
        var facts = CashOutFacts(now: now)
        facts.stops = try cashOutStops()
        for (name, terms) in scope.sources.sorted(by: { $0.key < $1.key }) {
            facts.holdings += try holdingStandings(of: name, terms)
        }
        facts.rules = try ruleStandings()
        facts.destinations = try destinationSights()
        facts.providers = try providerStandings()
        facts.ledger = try ledger(since: now - scope.window)
        facts.rates = try rateTable(scope, at: now)
        return facts
    }

    /// What stops all cash-outs, as far as it is stored.
    package func cashOutStops() throws(StoreError) -> [CashOutStop] {
        let wentBack = try database.historyWentBack().map { CashOutStop.historyWentBack(since: $0.foundAt) }
        return [try stopSwitch(), wentBack].compactMap(\.self)
    }

    private func holdingStandings(
        of source: String, _ terms: CashOutScope.SourceTerms
    ) throws(StoreError) -> [HoldingStanding] {
        let health = try self.source(source)?.health
        let failure = health.flatMap { $0.consecutiveFailures > 0 ? $0.lastFailure : nil }
        let open = try openCashOuts(ofSource: source)
        let holds = try holds(ofSource: source)
        let credit = terms.credit == .dated ? try creditBegins(ofSource: source) : [:]
        return try holdings(of: source).map { holding in
            var standing = HoldingStanding(holding, staleAfter: terms.staleAfter, withdrawal: terms.withdrawal)
            standing.failure = failure
            standing.open = open[holding.id]
            standing.hold = holds[holding.id]
            standing.creditSince = credit[holding.id]
            return standing
        }
    }

    /// Since when there has been something in each holding without a break, as far as history reaches.
    private func creditBegins(ofSource source: String) throws(StoreError) -> [HoldingID: Timestamp] {
        let begins = try database.query(
            """
            SELECT account, asset, coalesce(
              (SELECT first_seen FROM span WHERE holding_id = holding.id AND first_seen > coalesce(
                (SELECT max(last_seen) FROM span
                 WHERE holding_id = holding.id AND CAST(available AS REAL) <= 0), -9223372036854775808)
               ORDER BY first_seen LIMIT 1), holding.since)
            FROM source JOIN holding ON holding.source_id = source.id
            WHERE source.name = ? AND CAST(available AS REAL) > 0
            """,
            source
        ) { row in (HoldingID(source: source, account: row.text(0), asset: row.text(1)), row.optionalTimestamp(2)) }
        return Dictionary(uniqueKeysWithValues: begins).compactMapValues(\.self)
    }

    /// What counts against budgets: all that was prepared since then, and before that what is open still.
    private func ledger(since: Timestamp) throws(StoreError) -> [LedgerEntry] {
        let open = try database.query(
            """
            SELECT \(LedgerEntry.columns) FROM charge WHERE standing = 'open' AND prepared_at < ? ORDER BY prepared_at
            """,
            since, read: LedgerEntry.init)
        let recent = try database.query(
            """
            SELECT \(LedgerEntry.columns) FROM charge
            WHERE prepared_at >= ? AND standing <> 'released' ORDER BY prepared_at, cashout
            """,
            since, read: LedgerEntry.init)
        return open.isEmpty ? recent : open + recent
    }

    private func rateTable(_ scope: CashOutScope, at now: Timestamp) throws(StoreError) -> RateTable {
        let entries = try rates(between: scope.assets).compactMap { stored in
            scope.rateSources[stored.source].map {
                RateTable.Entry(stored.rate, source: stored.source, staleAfter: $0)
            }
        }
        return RateTable(entries, at: now)
    }
}

extension LedgerEntry {
    fileprivate static let columns = """
        CASE standing WHEN 'open' THEN (SELECT id FROM cashout WHERE number = charge.cashout) END,
        rule, prepared_at, debits, costs, standing
        """

    fileprivate init(_ row: borrowing Row) throws(SQLiteError) {
        self.init(
            cashOut: row.optionalText(0), rule: row.optionalText(1), prepared: row.timestamp(2),
            charge: Charge(debits: try row.amounts(3), costs: try row.amounts(4)), standing: try row.word(5))
    }
}
