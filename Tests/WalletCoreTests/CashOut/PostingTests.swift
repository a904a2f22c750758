import Testing
import WalletCore
import WalletTestSupport

/// The books of cash-outs.
@Suite struct PostingTests {
    private let holding = LedgerAccount.holding(HoldingID(source: "tips", account: "main", asset: "KRW"))
    private let bank = LedgerAccount.destination("my-bank")
    private let fee = LedgerAccount.fee("acme")

    private func settled(_ plan: Plan, fee: Amount?) throws -> (sent: [Posting], settled: CashOut.Transition) {
        var life = Life.prepared(plan: plan)
        let sent = try life.take(.send).postings
        return (sent, try life.take(.ran(.replied(ProviderReply(.settled, fee: fee)))))
    }

    @Test func `all that may leave has left when it is being sent`() throws {
        #expect(
            try settled(.tips, fee: nil).sent == [Posting(holding, .krw(-50_000)), Posting(.inFlight, .krw(50_000))])
    }

    @Test(arguments: [
        (Int?.none, 49_500, 500), (500, 49_500, 500), (700, 49_300, 700), (0, 50_000, 0), (-3, 49_500, 500),
    ])
    func `what arrives is what left without the fee that was taken`(charged: Int?, arrives: Int, fee: Int) throws {
        let transition = try settled(.tips, fee: charged.map { .krw($0) }).settled
        let lines = [
            Posting(bank, .krw(arrives)), Posting(self.fee, .krw(fee)), Posting(.inFlight, .krw(-50_000)),
        ]
        #expect(transition.postings == lines.filter { !$0.amount.isZero })
        #expect(transition.events.map(\.type).contains(.cashOutFeeExceeded) == (fee > 500))
    }

    @Test func `a fee on top comes from each holding, in proportion`() throws {
        let plan = Plan.of(
            [("main", 30_000), ("till", 20_000)], Quote(fee: .krw(500), from: .balance), net: .krw(50_000))
        let till = LedgerAccount.holding(HoldingID(source: "tips", account: "till", asset: "KRW"))
        let (sent, settled) = try settled(plan, fee: .krw(600))
        #expect(
            sent == [
                Posting(holding, .krw(-30_300)), Posting(till, .krw(-20_200)), Posting(.inFlight, .krw(50_500)),
            ])
        #expect(
            settled.postings == [
                Posting(holding, .krw(-60)), Posting(till, .krw(-40)), Posting(bank, .krw(50_000)),
                Posting(fee, .krw(600)), Posting(.inFlight, .krw(-50_500)),
            ])
    }

    @Test func `what arrives in another asset goes through the exchange`() throws {
        let plan = Plan.of(
            [("main", 50_000)], Quote(fee: .krw(500), receives: .usd(cents: 3550)), net: .usd(cents: 3550))
        let transition = try settled(plan, fee: .krw(700)).settled
        #expect(
            transition.postings == [
                Posting(bank, .usd(cents: 3550)), Posting(fee, .krw(700)), Posting(.exchange, .krw(49_300)),
                Posting(.exchange, .usd(cents: -3550)), Posting(.inFlight, .krw(-50_000)),
            ])
    }

    @Test func `a fee of another asset than quoted is announced, and booked through the exchange`() throws {
        let transition = try settled(.tips, fee: .usd(cents: 900)).settled
        #expect(
            transition.postings == [
                Posting(bank, .krw(49_500)), Posting(fee, .usd(cents: 900)), Posting(.exchange, .krw(500)),
                Posting(.exchange, .usd(cents: -900)), Posting(.inFlight, .krw(-50_000)),
            ])
        let event = try #require(transition.events.last)
        #expect(event.type == .cashOutFeeExceeded)
        #expect(event.amount == .usd(cents: 900))
        #expect(event.limit == .krw(500))
        #expect(event.severity == .warning)
    }

    @Test func `a fee beyond all counting is announced, and the quoted one booked`() throws {
        let transition = try settled(.tips, fee: Amount(units: .max, of: .krw)).settled
        #expect(transition.postings.contains(Posting(fee, .krw(500))))
        #expect(transition.events.last?.type == .cashOutFeeExceeded)
    }

    @Test func `what came back is back, but for what was kept of it`() throws {
        var life = Life.sent(.both, .settled)
        let postings = try life.hear(.returned, fee: .krw(300)).postings
        #expect(
            postings == [
                Posting(holding, .krw(49_700)), Posting(fee, .krw(-200)), Posting(bank, .krw(-49_500)),
            ])
    }

    /// The answer to `send` need not name a fee; `status` does.
    @Test func `a fee that is told only after it settled is not missed, nor told twice`() throws {
        var life = Life.sent(.both, .settled)
        let told = try life.hear(.settled, fee: .krw(5000))
        #expect(told.postings == [Posting(bank, .krw(-4500)), Posting(fee, .krw(4500))])
        #expect(told.events.map(\.type) == [.cashOutFeeExceeded])
        #expect(told.entry?.note == "the fee is 5000 KRW, not 500 KRW")
        for reply in [Amount.krw(5000), nil, .usd(cents: 0)] {
            let again = try life.hear(.settled, fee: reply)
            #expect(again.postings == [] && again.events == [] && again.entry == nil)
        }
        #expect(try life.hear(.settled, fee: .krw(400)).events == [])
    }

    @Test func `a fee of another asset that is told only after it settled is not missed, nor told twice`() throws {
        var life = Life.sent(.both, .settled)
        let told = try life.hear(.settled, fee: .usd(cents: 900))
        #expect(
            told.postings == [
                Posting(fee, .usd(cents: 900)), Posting(.exchange, .krw(500)), Posting(.exchange, .usd(cents: -900)),
                Posting(fee, .krw(-500)),
            ])
        #expect(told.events.map(\.type) == [.cashOutFeeExceeded])
        #expect(told.events.first?.amount == .usd(cents: 900))
        #expect(told.entry?.note == "the fee is 9.00 USD, not 500 KRW")
        for reply in [Amount.usd(cents: 900), nil] {
            let again = try life.hear(.settled, fee: reply)
            #expect(again.postings == [] && again.events == [] && again.entry == nil)
        }
        let back = try life.hear(.returned, fee: .usd(cents: 900))
        #expect(back.events.map(\.type) == [.cashOutReturned])
        #expect(back.postings.contains(Posting(holding, .krw(50_000))))
    }

    @Test func `a fee of the other asset than quoted leaves what arrives as it was quoted`() throws {
        let abroad = Plan.of(
            [("main", 50_000)], Quote(fee: .krw(500), receives: .usd(cents: 3550)), net: .usd(cents: 3550))
        #expect(
            try settled(abroad, fee: .usd(cents: 40)).settled.postings == [
                Posting(bank, .usd(cents: 3550)), Posting(fee, .usd(cents: 40)), Posting(.exchange, .krw(50_000)),
                Posting(.exchange, .usd(cents: -3590)), Posting(.inFlight, .krw(-50_000)),
            ])
        let onTop = Plan.of([("main", 50_000)], Quote(fee: .krw(500), from: .balance), net: .krw(50_000))
        #expect(
            try settled(onTop, fee: .usd(cents: 40)).settled.postings == [
                Posting(bank, .krw(50_000)), Posting(fee, .usd(cents: 40)), Posting(.exchange, .krw(500)),
                Posting(.exchange, .usd(cents: -40)), Posting(.inFlight, .krw(-50_500)),
            ])
        let quotedAbroad = Plan.of(
            [("main", 50_000)], Quote(fee: .usd(cents: 40), from: .balance, receives: .krw(49_400)), net: .krw(49_400))
        #expect(
            try settled(quotedAbroad, fee: .krw(700)).settled.postings == [
                Posting(bank, .krw(49_400)), Posting(fee, .krw(700)), Posting(.exchange, .krw(-100)),
                Posting(.inFlight, .krw(-50_000)),
            ])
    }

    @Test func `a fee above the quote that is kept of what came back is not kept quiet`() throws {
        var life = Life.sent(.both, .settled)
        #expect(
            try life.hear(.returned, fee: .krw(5000)).events.map(\.type) == [.cashOutReturned, .cashOutFeeExceeded])
        life = .sent(.both, .settled)
        try life.hear(.settled, fee: .krw(5000))
        #expect(try life.hear(.returned, fee: .krw(5000)).events.map(\.type) == [.cashOutReturned])
    }

    @Test func `a fee of another asset that is kept of what came back is not left out`() throws {
        let plan = Plan.of([("main", 50_000)], Quote(fee: .usd(cents: 40), receives: .krw(49_400)), net: .krw(49_400))
        #expect(
            try plan.postings(from: .inFlight, to: .back(fee: .usd(cents: 40))) == [
                Posting(fee, .usd(cents: 40)), Posting(.exchange, .usd(cents: -40)), Posting(holding, .krw(50_000)),
                Posting(.inFlight, .krw(-50_000)),
            ])
    }

    /// Random plans on random ways: after each step nothing is lost or made, and what is in flight is what is open.
    @Test(arguments: 0..<200) func `every asset sums to zero on every way`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var life = Life.sending(.lookupOnly, plan: .random(&generator))
        var lines = try life.cashOut.plan.postings(from: .home, to: .inFlight)
        for _ in 0..<12 {
            let step = CashOut.Step.random(&generator, life)
            guard let transition = try? life.take(step) else { continue }
            lines += transition.postings
            #expect(try lines.sums().allSatisfy(\.isZero))
            let flying = try lines.filter { $0.account == .inFlight }.sums().contains { !$0.isZero }
            #expect(flying == (life.cashOut.state.position == .inFlight))
            let moved = try lines.balances().contains { !$0.amount.isZero }
            if life.state == .rejected { #expect(!moved) }
        }
    }
}

extension [Posting] {
    fileprivate func sums() throws -> [Amount] {
        try Dictionary(grouping: map(\.amount), by: \.asset).values.map { amounts in
            try amounts.dropFirst().reduce(amounts[0]) { try $0.adding($1) }
        }
    }

    fileprivate func balances() throws -> [Posting] {
        try Dictionary(grouping: self) { Key(account: $0.account, asset: $0.amount.asset) }.map { key, lines in
            Posting(key.account, try #require(try lines.sums().first))
        }
    }
}

private struct Key: Hashable {
    let account: LedgerAccount
    let asset: Asset
}

extension Plan {
    fileprivate static func random(_ generator: inout SeededGenerator) -> Plan {
        let legs = (0..<Int.random(in: 1...4, using: &generator)).map {
            (account: "a\($0)", units: Int.random(in: 1_000...1_000_000, using: &generator))
        }
        let units = legs.map(\.units).reduce(0, +)
        let fee = Int.random(in: 0...999, using: &generator)
        let cents = Int.random(in: 1...99_999, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: return .of(legs, Quote(fee: .krw(fee)), net: .krw(units - fee))
        case 1: return .of(legs, Quote(fee: .krw(fee), from: .balance), net: .krw(units))
        case 2: return .of(legs, Quote(fee: .krw(fee), receives: .usd(cents: cents)), net: .usd(cents: cents))
        case 3:
            let quote = Quote(fee: .usd(cents: fee), from: .amount, receives: .usd(cents: cents))
            return .of(legs, quote, net: .usd(cents: cents))
        default:
            let received = units - fee - 50
            return .of(legs, Quote(fee: .krw(fee), receives: .krw(received)), net: .krw(received))
        }
    }
}

extension CashOut.Step {
    fileprivate static func random(_ generator: inout SeededGenerator, _ life: Life) -> CashOut.Step {
        let assets: [Asset] = [.krw, .usd]
        let amount = Amount(
            units: Int128(Int.random(in: -5...5_000, using: &generator)),
            of: assets[Int.random(in: 0...1, using: &generator)])
        let fee = Bool.random(using: &generator) ? amount : nil
        let states = ProviderReply.State.allCases
        let reply = ProviderReply(states[Int.random(in: 0..<states.count, using: &generator)], fee: fee)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return .ran(.unclear("time-out"))
        case 1: return .ran(.replied(reply))
        case 2: return life.resolution(.settled, .nobodyToAsk, .unverified)
        case 3: return life.resolution(.rejected, .nobodyToAsk, .unverified)
        case 4: return .ran(.notConnected)
        default: return .answer(reply, askedAt: life.boot)
        }
    }
}
