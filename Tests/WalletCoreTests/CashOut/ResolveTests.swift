import Testing
import WalletCore

/// A person's word, and the provider's against it.
@Suite struct ResolveTests {
    @Test(arguments: [
        (ProviderReply.State.settled, Resolution.Outcome.rejected), (.pending, .rejected), (.needsUser, .rejected),
        (.returned, .rejected), (.rejected, .settled), (.returned, .settled),
    ])
    func `a person does not overrule what the provider says`(
        state: ProviderReply.State, outcome: Resolution.Outcome
    ) {
        let life = Life.unknown(.lookupOnly)
        for confidence in [Resolution.Confidence.verified, .unverified] {
            let step = life.resolution(outcome, .said(ProviderReply(state)), confidence)
            #expect(life.refusal(of: step) == .contradicted(state))
        }
    }

    @Test(arguments: [
        (ProviderReply.State.settled, Resolution.Outcome.settled), (.pending, .settled), (.needsUser, .settled),
        (.unknownKey, .settled), (.unknownKey, .rejected), (.rejected, .rejected),
    ])
    func `what the provider says may go together with a person's word`(
        state: ProviderReply.State, outcome: Resolution.Outcome
    ) throws {
        var life = Life.unknown(.lookupOnly)
        let transition = try life.take(life.resolution(outcome, .said(ProviderReply(state))))
        #expect(life.state.rawValue == outcome.rawValue)
        #expect(transition.consequences == [.consentWithdrawn(.resolved)])
        #expect(transition.entry?.by == .person("alice"))
        #expect(transition.entry?.note == "seen")
    }

    @Test func `where nobody could be asked, a person has to say so`() {
        let changed = ProviderReply(.rejected)
        for (finding, provider) in [
            (Evidence.Finding.nobodyToAsk, Circumstances.Counterpart.asPrepared), (.noAnswer("time-out"), .asPrepared),
            (.said(changed), .changed),
        ] {
            var life = Life.unknown(.lookupOnly)
            life.provider = provider
            for outcome in Resolution.Outcome.allCases {
                #expect(life.refusal(of: life.resolution(outcome, finding)) == .unverified)
                #expect(life.refusal(of: life.resolution(outcome, finding, .unverified)) == nil)
            }
        }
    }

    @Test func `nothing is rejected by hand while its key can still tell what happened`() throws {
        var life = Life.unknown(.both)
        let finding = Evidence.Finding.said(ProviderReply(.unknownKey))
        #expect(life.refusal(of: life.resolution(.settled, finding)) == nil)
        life.pass(.days(1) - .seconds(1) - .milliseconds(1))
        #expect(life.refusal(of: life.resolution(.rejected, finding)) == .keyStillValid)
        life.pass(.milliseconds(1))
        #expect(life.refusal(of: life.resolution(.rejected, finding)) == nil)
        life = .unknown(.unlimited)
        #expect(life.refusal(of: life.resolution(.rejected, finding)) == .keyStillValid)
        // Nothing may be sent again under it, so it would be waited for without end.
        life.provider = .changed
        #expect(life.refusal(of: life.resolution(.rejected, .nobodyToAsk, .unverified)) == nil)
    }

    @Test func `old evidence settles nothing`() throws {
        var life = Life.unknown(.lookupOnly)
        let step = life.resolution(.settled, .said(ProviderReply(.settled)))
        life.pass(.minutes(10))
        #expect(life.refusal(of: step) == nil)
        life.pass(.milliseconds(1))
        #expect(life.refusal(of: step) == .evidenceTooOld)
        life = .unknown(.lookupOnly)
        life.reboot()
        #expect(life.refusal(of: step) == .evidenceTooOld)
    }

    @Test func `evidence from before the last run settles nothing`() throws {
        var life = Life.unknown(.both)
        try life.hear(.unknownKey)
        let step = life.resolution(.settled, .said(ProviderReply(.unknownKey)))
        life.pass(.seconds(1))
        try life.take(.sendAgain)
        life.pass(.seconds(1))
        try life.take(.ran(.unclear("time-out")))
        #expect(life.refusal(of: step) == .evidenceBeforeLastRun)
    }

    // MARK: Contradictions

    @Test(arguments: [ProviderReply.State.pending, .rejected, .needsUser])
    func `a provider that takes back what it settled is not followed into a second payment`(
        state: ProviderReply.State
    ) throws {
        var life = Life.sent(.both, .settled)
        let transition = try life.hear(state)
        #expect(life.state == .unknown)
        #expect(transition.consequences == [.consentWithdrawn(.contradicted)])
        #expect(transition.events.map(\.type) == [.cashOutUnknown])
        for _ in 1...3 {
            life.pass(.hours(2))
            try life.hear(.unknownKey)
            try life.hear(.rejected)
            #expect(life.state == .unknown)
            #expect(life.refusal(of: .sendAgain) == .acknowledged)
        }
        life.pass(.days(1))
        #expect(life.after(life.resolution(.rejected, .said(ProviderReply(.rejected)))) == .rejected)
        try life.hear(.settled)
        #expect(life.state == .settled)
    }

    @Test func `what settled and is not found any more stays settled`() throws {
        var life = Life.sent(.both, .settled)
        for _ in 1...5 {
            life.pass(.days(1))
            try life.hear(.unknownKey)
            try life.hear(.settled)
        }
        #expect(life.state == .settled)
    }

    @Test func `what settled and came back is not paid again by itself`() throws {
        var life = Life.sent(.both, .settled)
        let transition = try life.hear(.returned)
        #expect(life.state == .returned)
        #expect(transition.consequences == [.consentWithdrawn(.returned)])
        #expect(transition.effect == .nothing)
        #expect(life.state.countsInBudgets)
        #expect(!life.state.holdsHoldings)
    }

    @Test(arguments: [ProviderReply.State.pending, .settled, .returned, .needsUser])
    func `a rejection by hand is held against the provider's word for 30 days`(state: ProviderReply.State) throws {
        var life = Life.denied()
        #expect(life.state == .rejected)
        #expect(!life.state.countsInBudgets)
        life.pass(.days(30) - .milliseconds(1))
        try life.hear(.unknownKey)
        try life.hear(.rejected)
        #expect(life.state == .rejected)
        let transition = try life.hear(state)
        #expect(life.state == .unknown)
        #expect(life.state.countsInBudgets)
        #expect(transition.consequences == [.consentWithdrawn(.contradicted)])
        life = .denied()
        life.pass(.days(30))
        #expect(life.refusal(of: .answer(ProviderReply(state), askedAt: life.boot)) == .noArrow)
    }

    @Test func `a rejection by hand ends after 30 days, and says nothing more`() throws {
        var life = Life.denied()
        life.pass(.days(30) - .milliseconds(1))
        #expect(life.refusal(of: .endWatch) == .tooEarly)
        life.pass(.milliseconds(1))
        guard case .endWatch = life.wish else {
            Issue.record("\(life.wish) is wished")
            return
        }
        let transition = try life.take(.endWatch)
        #expect(life.state == .rejected)
        #expect(transition.entry == nil && transition.events.isEmpty && transition.postings.isEmpty)
        #expect(life.wish == .nothing)
        #expect(life.refusal(of: .endWatch) == .noArrow)
    }

    @Test func `a settlement by hand is watched for 30 days at least`() throws {
        var life = Life.unknown()
        try life.take(life.resolution(.settled, .said(ProviderReply(.unknownKey))))
        life.pass(.days(30) - .milliseconds(1))
        #expect(life.refusal(of: .endWatch) == .tooEarly)
        life.pass(.milliseconds(1))
        #expect(life.after(.endWatch) == .final)
    }
}
