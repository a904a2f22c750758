import Testing
import WalletAPI
import WalletCore
import WalletEngine

/// A daemon with a cash-out rule, and its provider.
struct PayingDaemon {
    let daemon: RunningDaemon
    let provider: ToldProvider

    /// Runs with a rule `sweep` that nobody has confirmed; there is enough for it to act on, and all is ready for that.
    /// There may be an alert of a name.
    static func run(alert: String? = nil, _ body: (PayingDaemon) async throws -> Void) async throws {
        let provider = ToldProvider()
        var options = RunningDaemon.Options()
        options.configuration = .paying(provider)
        if let alert {
            let limit = WalletCore.Amount(units: 1, of: Asset(code: "KRW", scale: 0))
            options.configuration.rules.append(AlertRule(name: alert, selection: Selection(), condition: .below(limit)))
        }
        try await RunningDaemon.run(options) { daemon in
            try await daemon.record("cards/main/KRW", "60000")
            let paying = PayingDaemon(daemon: daemon, provider: provider)
            try await paying.awaitReasons(["needs-confirm"])
            // The price is asked when nothing else holds the rule.
            while try await paying.rule().plans?.isEmpty ?? true { await Task.yield() }
            try await body(paying)
        }
    }

    /// Waits until just this holds the rule.
    func awaitReasons(_ codes: [String]) async throws {
        while try await rule().reasons.map(\.code).sorted() != codes.sorted() { await Task.yield() }
    }

    func rule() async throws -> Rule { try await daemon.value("/v1/rules/sweep") }

    func post(_ path: String, _ body: String? = nil, headers: [String] = []) async throws -> RawResponse {
        try await daemon.ask("POST", path, body: body, headers: headers)
    }

    /// What a command answers, which must be of success.
    func done<Value: Decodable>(_ path: String, _ body: String? = nil) async throws -> Value {
        let answer = try await post(path, body)
        try #require((200..<300).contains(answer.status), "\(answer.body)")
        return try answer.value()
    }

    static let demand = """
        {"legs":[{"source":"cards","account":"main","amount":{"amount":"20000","asset":"KRW"}}],"destination":"my-bank"}
        """

    /// One that waits for approval.
    func new() async throws -> WalletAPI.CashOut { try await done("/v1/cashouts", Self.demand) }

    func approve(_ cashOut: WalletAPI.CashOut) async throws {
        let _: WalletAPI.CashOut = try await done(
            "/v1/cashouts/\(cashOut.id)/approve", #"{"plan":"\#(cashOut.terms.plan)"}"#)
    }

    /// Waits until a cash-out is in a state.
    @discardableResult
    func cashOut(_ id: String, in state: String) async throws -> WalletAPI.CashOut {
        while true {
            let cashOut: WalletAPI.CashOut = try await daemon.value("/v1/cashouts/\(id)")
            if cashOut.state == state { return cashOut }
            await Task.yield()
        }
    }

    /// One whose provider never answered.
    func unknown() async throws -> WalletAPI.CashOut {
        provider.ends(.unclear("the connection broke"))
        provider.says(ProviderReply(.pending))
        let cashOut = try await new()
        try await approve(cashOut)
        return try await self.cashOut(cashOut.id, in: "unknown")
    }
}

extension EngineConfiguration {
    /// The example, with a rule that sweeps a gift card's excess to a bank.
    static func paying(_ provider: ToldProvider) -> EngineConfiguration {
        let won = Asset(code: "KRW", scale: 0)
        func amount(_ units: Int128) -> WalletCore.Amount { Amount(units: units, of: won) }
        var cards = SourceSettings(
            name: "cards", adapter: "manual", every: nil, staleAfter: .seconds(86_400), kind: .giftCard)
        cards.withdrawal = .direct
        var rule = CashOutRule(
            name: "sweep", from: [HoldingPattern(source: Glob("cards"))], whenAbove: amount(50_000), to: "my-bank")
        rule.leave = amount(10_000)
        rule.mode = .ask
        rule.confirm = 1
        rule.maxFee = FeeCeiling(amount: amount(1000))
        rule.budget = Budget(amount: amount(1_000_000), fees: amount(100_000), every: .seconds(30 * 86_400))
        var acme = WalletCore.Provider(name: "acme", adapter: "test", identityHash: "p1")
        acme.registration = "02-006-00001"
        acme.verifiedOn = CalendarDate(Timestamp(milliseconds: 1_795_341_600_000))
        acme.identity = .verified
        acme.processing = ProcessingTime(.seconds(600), .seconds(86_400))
        acme.fee = FeeTable(percent: nil, fixed: amount(600))
        var bank = WalletCore.Destination(name: "my-bank", provider: "acme", identity: "d1", lastFour: "6789")
        bank.coolingOff = .zero
        var parties = CashOutParties(digest: { String($0.hashValue, radix: 16) }, follow: { _, _ in provider })
        parties.routes["my-bank"] = PayoutRoute(
            provider: provider, definition: PayoutRoute.Definition(provider: "p", destination: "d")
        ) {
            PayoutRoute.Identities(destination: "d1", provider: "p1")
        }
        var configuration = EngineConfiguration.example
        configuration.sources = configuration.sources.map { source in
            source.settings.name == "cards" ? WatchedSource(settings: cards, adapter: nil, fingerprint: [1]) : source
        }
        configuration.cashOuts = CashOutConfiguration(rules: [rule], destinations: [bank], providers: [acme])
        configuration.parties = parties
        return configuration
    }
}
