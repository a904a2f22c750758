import Testing
import WalletCore

/// What is told of a cash-out, and to whom it goes.
@Suite struct CashOutEventTests {
    private let subject = "cash-out of 50000 KRW from tips/main to my-bank"

    private func event(of step: CashOut.Step, from life: Life) throws -> EventDraft {
        var life = life
        return try #require(try life.take(step).events.first)
    }

    @Test func `a new plan is announced with its cost`() {
        let cashOut = CashOut(id: "c-1", plan: .tips, planID: "p-1", approval: .rule)
        let transition = cashOut.begin(by: .rule, in: Life().facts)
        #expect(cashOut.state == .planned)
        #expect(transition.events.map(\.type) == [.cashOutPlanned])
        #expect(transition.effect == .seekApproval)
        #expect(transition.entry?.by == .rule)
        #expect(
            transition.events.first?.message
                == "A \(subject) by acme is planned; it costs 500 KRW, and 49500 KRW arrives."
        )
    }

    @Test func `each state is one sentence that says what happened`() throws {
        let told: [(CashOut.Step, Life, String)] = [
            (
                .seekApproval(until: .at("24:00")), .planned(),
                "The \(subject) waits for approval until 2027-01-16T00:00:00Z: it costs 500 KRW, and 49500 KRW "
                    + "arrives. To approve: `walletctl cashout approve c-1 --plan p-1`."
            ),
            (.approve(plan: "p-1", by: .person("alice")), .awaiting(), "The \(subject) was approved by alice."),
            (.prepare(Life().request), .approved(), "The request for the \(subject) is ready, as 5f0c."),
            (.send, .prepared(), "The \(subject) is being sent to acme."),
            (
                .ran(.notConnected), .sending(),
                "The \(subject) could not be sent to acme yet: no connection; nothing was sent, and it is tried again."
            ),
            (
                .ran(.notSent(.temporary(retryAfter: nil), message: "closed.")), .sending(),
                "The \(subject) could not be sent to acme yet: closed; nothing was sent, and it is tried again."
            ),
            (
                .ran(.notSent(.misconfigured, message: "no such card")), .sending(),
                "The \(subject) was given up before anything was sent: acme says that its options are wrong: "
                    + "no such card."
            ),
            (.ran(.replied(ProviderReply(.pending))), .sending(), "acme took the \(subject) and is working on it."),
            (
                .ran(.replied(ProviderReply(.needsUser, message: "Open the app."))), .sending(),
                "acme needs a person to go on with the \(subject): Open the app."
            ),
            (
                .ran(.replied(ProviderReply(.settled, fee: .krw(400)))), .sending(),
                "The \(subject) arrived, for a fee of 400 KRW."
            ),
            (
                .ran(.replied(ProviderReply(.rejected, message: "limit"))), .sending(),
                "acme rejected the \(subject), and nothing moved: limit."
            ),
            (.ran(.replied(ProviderReply(.returned))), .sending(), "The \(subject) came back."),
            (
                .ran(.unclear("time-out after 60s")), .sending(),
                "It is not known whether the \(subject) took place: acme gave no clear answer (time-out after 60s). "
                    + "Its holdings stay held until that is known."
            ),
            (
                .restart, .sending(),
                "It is not known whether the \(subject) took place: walletd stopped while it was being sent. "
                    + "Its holdings stay held until that is known."
            ),
            (
                .decline(by: "alice", comment: "too dear"), .awaiting(),
                "The \(subject) was given up before anything was sent: alice rejected it: too dear."
            ),
            (
                .abandon([CashOutReason(.paused, "Cash-outs are paused.")]), .prepared(),
                "The \(subject) was given up before anything was sent: Cash-outs are paused."
            ),
            (
                .abandon([CashOutReason(.paused, "It is paused."), CashOutReason(.clock, "It is late.")]), .prepared(),
                "The \(subject) was given up before anything was sent: It is paused. It is late."
            ),
        ]
        for (step, life, message) in told { #expect(try event(of: step, from: life).message == message) }
    }

    @Test func `an event has all that applies`() throws {
        let event = try event(of: .ran(.unclear("time-out")), from: .sending())
        #expect(event.type == .cashOutUnknown)
        #expect(event.rule == "tips")
        #expect(event.source == "tips")
        #expect(event.account == "main")
        #expect(event.asset == "KRW")
        #expect(event.amount == .krw(50_000))
        #expect(event.cashOut == "c-1")
        #expect(event.provider == "acme")
        #expect(event.reason == "unclear")
        #expect(event.severity == .warning)
        #expect(event.priority == 3)
    }

    @Test func `several holdings are told together`() throws {
        let plan = Plan.of([("a", 1), ("b", 2), ("c", 3)], Quote(fee: .krw(1)), net: .krw(5))
        var life = Life.prepared(plan: plan)
        let event = try #require(try life.take(.send).events.first)
        #expect(
            event.message == "The cash-out of 6 KRW from tips/a, tips/b and 1 more to my-bank is being sent to acme.")
        #expect(event.source == nil && event.account == nil)
        #expect(event.asset == "KRW")
    }

    @Test(arguments: [
        (EventDraft.cashOutsPaused(by: "alice", at: .at("0:00")), "cashouts.paused"),
        (.cashOutsResumed(by: "alice", at: .at("0:00")), "cashouts.resumed"),
        (.ruleConfirmed("tips", by: "alice", at: .at("0:00")), "rule.confirmed"),
    ])
    func `what a person does to cash-outs is told with the name`(event: EventDraft, type: String) {
        #expect(event.type.rawValue == type)
        #expect(event.message.hasPrefix("alice "))
    }

    @Test func `a destination is told by its last four characters, and by when it is used`() {
        let bank = Destination(name: "my-bank", provider: "acme", identity: "d", lastFour: "6789")
        let event = EventDraft.destinationChanged(bank, at: .at("0:00"))
        #expect(
            event.message == "The destination my-bank by acme, ending in 6789, changed: it is used again from "
                + "2027-01-16T00:00:00Z on, once its rules are confirmed.")
        #expect(event.provider == "acme")
        #expect(event.severity == .warning)
        let provider = EventDraft.destinationChanged(bank, by: .provider, at: .at("0:00"))
        #expect(
            provider.message == "The provider acme of the destination my-bank is another one: it is used again from "
                + "2027-01-16T00:00:00Z on, once its rules are confirmed.")
        let found = EventDraft.destinationChanged(bank, .awaitsReload, at: .at("0:00"))
        #expect(
            found.message == "The destination my-bank by acme, ending in 6789, changed: it is used again from "
                + "2027-01-16T00:00:00Z on, once `walletctl reload` has loaded it and its rules are confirmed.")
    }
}
