import Testing
import WalletCore

/// The credentials of a provider become others while a cash-out is open: another account's, or renewed ones.
@Suite struct CredentialTests {
    private static func swapped(_ life: Life) -> Life {
        var life = life
        life.credentials = "another's"
        return life
    }

    @Test(arguments: [ProviderPromise.both, .lookupOnly, .unlimited, .bothWithoutAbsence])
    func `an account that got no request does not end it by not knowing it`(promise: ProviderPromise) throws {
        for state in [ProviderReply.State.unknownKey, .rejected, .needsUser] {
            var life = Self.swapped(.unknown(promise))
            for _ in 1...5 {
                life.pass(.hours(2))
                try life.hear(state)
                #expect(life.state == .unknown)
                #expect(life.after(.sendAgain) == nil)
            }
        }
    }

    @Test(arguments: [ProviderReply.State.pending, .needsUser])
    func `of what the provider once had, the word of another account leaves it unknown`(
        before: ProviderReply.State
    ) throws {
        for state in [ProviderReply.State.unknownKey, .rejected, .needsUser] {
            var life = Self.swapped(.sent(.both, before))
            let transition = try life.hear(state)
            #expect(life.state == .unknown)
            #expect(transition.events.map(\.type) == [.cashOutUnknown])
            #expect(transition.events.first?.reason == "provider-changed")
            #expect(transition.effect == .ask(at: life.now + .seconds(2)))
            #expect(try life.hear(state).events.isEmpty)
        }
    }

    @Test func `a renewed credential is believed when it says that something moves or moved`() throws {
        for before in [Life.unknown(), .sent(.both, .pending), .sent(.both, .needsUser)] {
            let replies: [(ProviderReply.State, CashOut.State.Name)] = [
                (.pending, .pending), (.settled, .settled), (.returned, .returned),
            ]
            for (state, after) in replies {
                var life = Self.swapped(before)
                try life.hear(state)
                #expect(life.state == after)
            }
        }
    }

    @Test func `nothing is sent again with other credentials, and with the old ones it is`() throws {
        var life = Life.unknown()
        try life.hear(.unknownKey)
        life = Self.swapped(life)
        #expect(life.refusal(of: .sendAgain) == .otherCredentials)
        life.credentials = nil
        #expect(life.refusal(of: .sendAgain) == .otherCredentials)
        life.credentials = Life.own
        #expect(life.refusal(of: .sendAgain) == nil)
    }

    @Test func `a first run does not go out with other credentials, and says why`() {
        let life = Self.swapped(.prepared())
        #expect(life.refusal(of: .send) == .otherCredentials)
        #expect(life.cashOut.reason(againstCredentialsIn: life.facts)?.code == .providerChanged)
        #expect(life.after(.abandon([])) == .abandoned)
        #expect(Life.prepared().cashOut.reason(againstCredentialsIn: Life.prepared().facts) == nil)
    }

    @Test(arguments: [ProviderPromise.both, .idempotentOnly, .neither])
    func `a person is told once of each swap, and what to do`(promise: ProviderPromise) throws {
        var life = Life.unknown(promise)
        #expect(life.wish != .compareCredentials)
        #expect(life.refusal(of: .compareCredentials) == .noArrow)
        life = Self.swapped(life)
        #expect(life.wish == .compareCredentials)
        let told = try life.take(.compareCredentials)
        #expect(told.events.map(\.type) == [.cashOutUnknown])
        #expect(told.events.first?.message.contains("`walletctl cashout resolve c-1`") == true)
        #expect(told.entry?.note?.contains("acme") == true)
        #expect(life.wish == (promise.lookup == .byKey ? .ask(at: .at("0:00") + .seconds(3)) : .nothing))
        #expect(life.refusal(of: .compareCredentials) == .noArrow)
        life.reboot()
        try life.take(.restart)
        #expect(life.wish != .compareCredentials)

        life.credentials = Life.own
        let back = try life.take(.compareCredentials)
        #expect(back.events.isEmpty && back.entry?.note?.contains("again") == true)
        #expect(life.refusal(of: .compareCredentials) == .noArrow)
        life.credentials = "a third one's"
        #expect(try life.take(.compareCredentials).events.count == 1)
    }

    @Test func `two look-ups that prove absence are both by the one who got the request`() throws {
        var life = Life.unknown(.lookupOnly)
        life.pass(.hours(2))
        try life.hear(.unknownKey)
        life = Self.swapped(life)
        life.pass(.minutes(2))
        try life.hear(.unknownKey)
        #expect(life.state == .unknown)
        life.credentials = Life.own
        life.pass(.minutes(2))
        try life.hear(.unknownKey)
        #expect(life.state == .rejected)
    }

    @Test func `a person resolves what the account in force cannot tell, and must say that nobody could`() throws {
        var life = Self.swapped(.unknown(.unlimited))
        for state in [ProviderReply.State.unknownKey, .rejected] {
            let evidence = Evidence.Finding.said(ProviderReply(state))
            #expect(life.refusal(of: life.resolution(.rejected, evidence)) == .otherCredentials)
            #expect(life.refusal(of: life.resolution(.settled, evidence)) == .otherCredentials)
            #expect(life.after(life.resolution(.rejected, evidence, .unverified)) == .rejected)
            #expect(life.after(life.resolution(.settled, evidence, .unverified)) == .settled)
        }
        // Put back after the question, they make the answer no better.
        let asked = life.resolution(.rejected, .said(ProviderReply(.rejected)))
        life.credentials = Life.own
        #expect(life.refusal(of: asked) == .otherCredentials)
    }

    @Test func `a request that keeps no credentials is followed with any`() throws {
        var request = Life.prepared().request
        request.credentials = nil
        var life = Life(.both, approval: .rule)
        for step in [CashOut.Step.approve(plan: "p-1", by: .rule), .prepare(request), .send, .ran(.unclear(""))] {
            try life.take(step)
        }
        life = Self.swapped(life)
        #expect(life.wish == .ask(at: life.now + .seconds(2)))
        try life.hear(.unknownKey)
        #expect(life.after(.sendAgain) == .unknown)
        try life.hear(.rejected)
        #expect(life.state == .rejected)
    }
}
