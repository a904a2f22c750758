import WalletCore

@testable import WalletStore

extension TestStore {
    /// Runs every query about cash-outs there is.
    func exerciseCashOuts() async throws {
        try await apply(
            .won(60_000, changed: 0, read: 0, id: .till("a")), .won(60_000, changed: 0, read: 0, id: .till("b")))
        try await fillLedger()
        try await end("c1", .settled, at: 1)
        try await take(.answer(ProviderReply(.rejected), askedAt: Circumstances.after(2).boot), on: "c1", at: 2)
        try await send("c2", .from("b"))
        try await end("c2", .rejected)
        let stored = try await cashOut("c2")
        try await write(3) { transaction throws(StoreError) in
            try transaction.exerciseCashOuts(stored)
            try transaction.exerciseRules()
        }
    }
}

extension WriteTransaction {
    fileprivate func exerciseCashOuts(_ stored: StoredCashOut) throws(StoreError) {
        _ = try cashOuts(limit: 3)
        _ = try cashOuts(in: [.settled], before: 9, limit: 3)
        _ = try liveCashOuts(limit: 3)
        _ = try cashOuts(idPrefix: "c", limit: 3)
        _ = try cashOuts(ofBundleAfter: stored)
        _ = try cashOutCounts()
        _ = try trail(of: stored)
        _ = try request(of: stored)
        _ = try postings(of: stored)
        _ = try postings(limit: 3)
        _ = try hold(of: .till("b"))
        _ = try release(stored, by: "alice")
        _ = try evidence("e", on: stored)
        _ = try use(of: IdempotencyKey(caller: "0", key: "k", bodyHash: [1]), at: now)
        try pauseCashOuts(by: "alice")
        try resumeCashOuts()
        try acceptHistory()
    }

    fileprivate func exerciseRules() throws(StoreError) {
        _ = try configure(ConfiguredCashOuts(revisions: ["tips": "r2"], providers: ["acme": "p2"]))
        _ = try consent(to: "tips", revision: "r2", by: "alice")
        try endConsent(to: "tips", because: "x")
        let look = HoldingLook(begun: now, available: .krw(1))
        var confirmation = Confirmation()
        confirmation.take(look, saying: .due, pace: Confirmation.Pace(every: nil))
        try save(confirmation, of: "tips", on: .till("a"))
        try save(Confirmation(), of: "tips", on: .till("a"))
        try forgetConfirmations(ofSource: "tmoney")
        try save(.both, of: "acme")
        try save(attention: nil, of: "acme")
        try save(told: [.suspicious], about: "acme")
        try save(told: [], about: "acme")
        try keepRates(of: [])
        _ = try decision(about: "tips", at: now)
        try record(CashOutDecision(rule: "tips"))
        let terms = CashOutScope.SourceTerms(staleAfter: .zero, withdrawal: .direct, credit: .dated)
        _ = try cashOutFacts(
            CashOutScope(sources: ["tmoney": terms], window: .seconds(1), assets: AssetTable()), at: now)
    }
}
