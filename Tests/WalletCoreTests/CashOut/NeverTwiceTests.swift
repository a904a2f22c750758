import Testing
import WalletCore

/// Each incident that others had, named after what must not happen here.
@Suite struct NeverTwiceTests {
    // MARK: What was not heard

    @Test(arguments: [ProviderPromise.both, .idempotentOnly, .lookupOnly, .neither])
    func `a run without a clear end is no failure, and gives nothing free`(promise: ProviderPromise) {
        let life = Life.unknown(promise)
        #expect(life.state == .unknown)
        #expect(life.state.holdsHoldings)
        #expect(life.state.countsInBudgets)
    }

    @Test func `a payment that a look-up does not find is not paid under another reference`() throws {
        var life = Life.unknown()
        try life.hear(.unknownKey)
        #expect(life.state == .unknown)
        #expect(life.wish == .send(.again, at: life.now + .seconds(4)))
        try life.take(.sendAgain)
        #expect(life.cashOut.state.dispatch?.request == Life.prepared().cashOut.state.dispatch?.request)
        #expect(life.refusal(of: .prepare(life.request)) == .noArrow)
    }

    @Test func `a look-up that fails after a payment does not make it fail`() throws {
        for outcome in [SendOutcome.unclear("time-out"), .replied(ProviderReply(.pending))] {
            var life = Life.sent(.both, outcome)
            let before = life.state
            for _ in 1...50 {
                life.pass(.hours(5))
                #expect(try life.take(.noAnswer(retryAfter: nil)).events.isEmpty)
            }
            #expect(life.state == before)
        }
    }

    @Test func `time alone never ends what nobody knows`() throws {
        var life = Life.unknown(.neither)
        life.pass(.days(10_000))
        for step in [CashOut.Step.expire, .endWatch, .abandon([]), .send, .sendAgain] {
            #expect(life.after(step) == nil)
        }
        #expect(life.wish == .nothing)
        life.reboot()
        #expect(life.after(.restart) == .unknown)
    }

    @Test func `a daemon that died while sending does not take it for unsent`() throws {
        var life = Life.sending()
        let transition = try life.take(.restart)
        #expect(life.state == .unknown)
        #expect(transition.effect == .ask(at: life.now))
        #expect(transition.events.map(\.type) == [.cashOutUnknown])
    }

    @Test func `an answer to send that the key is not known is none`() {
        let life = Life.sent(.both, .unknownKey)
        #expect(life.state == .unknown)
        #expect(life.refusal(of: .sendAgain) == .notAbsent)
    }

    @Test func `a payment that the provider only took on has not ended, and frees nothing`() throws {
        for state in [ProviderReply.State.pending, .needsUser] {
            var life = Life.sent(.both, state)
            life.pass(.days(100))
            #expect(life.state.holdsHoldings && life.state.countsInBudgets)
            for step in [CashOut.Step.send, .sendAgain, .expire, .endWatch, .abandon([])] {
                #expect(life.after(step) == nil)
            }
        }
    }

    @Test func `a fee above every ceiling does not make a payment fail that was made`() throws {
        var life = Life.unknown()
        let transition = try life.hear(.settled, fee: .krw(40_000))
        #expect(life.state == .settled)
        #expect(transition.events.map(\.type) == [.cashOutSettled, .cashOutFeeExceeded])
        #expect(life.refusal(of: .sendAgain) == .noArrow)
    }

    // MARK: Sending the same again

    @Test func `nothing is sent again before the provider says that it does not know it`() throws {
        var life = Life.unknown()
        #expect(life.refusal(of: .sendAgain) == .notAbsent)
        try life.take(.noAnswer(retryAfter: nil))
        #expect(life.refusal(of: .sendAgain) == .notAbsent)
        try life.hear(.unknownKey)
        #expect(life.refusal(of: .sendAgain) == nil)
    }

    @Test(arguments: [ProviderPromise.lookupOnly, .neither])
    func `nothing is sent again to a provider that would act again`(promise: ProviderPromise) throws {
        var life = Life.unknown(promise)
        #expect(life.refusal(of: .sendAgain) == .notIdempotent)
        try life.hear(.unknownKey)
        #expect(life.refusal(of: .sendAgain) == .notIdempotent)
    }

    @Test func `a provider that cannot be asked is asked by the same bytes`() throws {
        var life = Life.unknown(.idempotentOnly)
        #expect(life.wish == .send(.again, at: life.now + .seconds(2)))
        try life.take(.sendAgain)
        #expect(life.wish == .nothing)
        try life.take(.ran(.replied(ProviderReply(.settled))))
        #expect(life.state == .settled)
    }

    @Test func `nothing is sent again that could come in after its key ran out`() throws {
        var life = Life.unknown()
        try life.hear(.unknownKey)
        // The key runs out a day after it was prepared; a run lasts 60 s and takes 2 s to be killed.
        life.pass(.days(1) - .seconds(1 + 62) - .milliseconds(1))
        #expect(life.refusal(of: .sendAgain) == nil)
        life.pass(.milliseconds(1))
        #expect(life.refusal(of: .sendAgain) == .keyExpired)
        #expect(life.wish == .ask(at: .at("0:00") + .seconds(5)))
    }

    @Test func `after a reboot it is asked, and nothing is sent`() throws {
        var life = Life.unknown()
        try life.hear(.unknownKey)
        life.reboot()
        try life.take(.restart)
        #expect(life.refusal(of: .sendAgain) == .keyExpired)
        #expect(life.wish == .ask(at: life.now))
        life = .unknown(.unlimited)
        life.reboot()
        try life.take(.restart)
        try life.hear(.unknownKey)
        #expect(life.refusal(of: .sendAgain) == nil)
    }

    @Test func `after a reboot a request that was never sent is given up`() throws {
        var life = Life.prepared()
        #expect(life.wish == .send(.first, at: life.now))
        life.reboot()
        #expect(life.refusal(of: .send) == .keyExpired)
        #expect(life.wish == .expire(at: life.now))
        #expect(life.after(.expire) == .abandoned)
        #expect(Life.prepared(.neither).after(.expire) == nil)
    }

    @Test func `a key that no run outlasts is good for the first one, and for no other`() throws {
        var life = Life.prepared(ProviderPromise(idempotency: .limited(.seconds(5)), lookup: .byKey))
        #expect(life.wish == .send(.first, at: life.now))
        life.pass(.seconds(4))
        try life.take(.send)
        try life.take(.ran(.unclear("time-out")))
        try life.hear(.unknownKey)
        #expect(life.refusal(of: .sendAgain) == .keyExpired)
        #expect(life.state == .unknown)
    }

    @Test func `nothing is sent to what a provider has become`() throws {
        var life = Life.unknown()
        try life.hear(.unknownKey)
        life.provider = .changed
        #expect(life.refusal(of: .sendAgain) == .providerChanged)
        life = .prepared()
        life.provider = .changed
        #expect(life.refusal(of: .send) == .providerChanged)
    }

    @Test func `nothing is sent again while it is being sent`() throws {
        var life = Life.unknown()
        try life.hear(.unknownKey)
        try life.take(.sendAgain)
        #expect(life.refusal(of: .sendAgain) == .runUnderWay)
        #expect(life.refusal(of: life.resolution(.settled, .nobodyToAsk, .unverified)) == .runUnderWay)
        #expect(life.refusal(of: .answer(ProviderReply(.unknownKey), askedAt: life.boot)) == .runUnderWay)
        #expect(Life.sending().refusal(of: .answer(ProviderReply(.settled), askedAt: life.boot)) == .runUnderWay)
    }

    @Test func `what the provider once had is not sent again when it forgets it`() throws {
        for state in [ProviderReply.State.pending, .needsUser] {
            var life = Life.sent(.both, state)
            try life.hear(.unknownKey)
            #expect(life.state == .unknown)
            for _ in 1...5 {
                life.pass(.hours(2))
                try life.hear(.unknownKey)
                #expect(life.state == .unknown)
                #expect(life.refusal(of: .sendAgain) == .acknowledged)
            }
        }
    }

    // MARK: A run that sent nothing

    @Test func `a first run that sent nothing may be tried again, by the same request`() throws {
        var life = Life.sending()
        for outcome in [SendOutcome.notConnected, .notSent(.temporary(retryAfter: nil))] {
            try life.take(.ran(outcome))
            #expect(life.state == .prepared)
            try life.take(.send)
        }
        #expect(life.cashOut.state.dispatch?.runs == 3)
        #expect(life.cashOut.state.dispatch?.request == Life.prepared().cashOut.state.dispatch?.request)
    }

    @Test func `a provider that wants to wait is waited for`() throws {
        let transition = try {
            var life = Life.sending()
            return try life.take(.ran(.notSent(.temporary(retryAfter: .minutes(7)))))
        }()
        #expect(transition.effect == .send(.first, at: .at("0:07")))
    }

    @Test func `a later run that sent nothing does not make an earlier one unsent`() throws {
        let outcomes: [SendOutcome] = [
            .notConnected, .notSent(.temporary(retryAfter: nil)), .notSent(.refusedCredential),
            .notSent(.misconfigured),
        ]
        for outcome in outcomes {
            var life = Life.unknown()
            try life.hear(.unknownKey)
            try life.take(.sendAgain)
            let transition = try life.take(.ran(outcome))
            #expect(life.state == .unknown)
            #expect(transition.events.isEmpty && transition.postings.isEmpty)
            #expect(life.wish == .ask(at: life.now + .seconds(8)))
        }
    }

    @Test(arguments: [
        (SendOutcome.notSent(.refusedCredential), CashOutConsequence.ProviderFault.refusedCredential),
        (.notSent(.misconfigured), .misconfigured),
    ])
    func `a refused credential is not tried again and again`(
        outcome: SendOutcome, fault: CashOutConsequence.ProviderFault
    ) throws {
        var life = Life.sending()
        let transition = try life.take(.ran(outcome))
        #expect(life.state == .abandoned)
        #expect(transition.consequences == [.providerNeedsAttention(fault)])
        #expect(transition.effect == .nothing)
        #expect(transition.events.first?.reason == fault.rawValue)
        #expect(transition.events.first?.severity == .warning)
    }

    // MARK: Two at once

    @Test func `two people who approve at once approve once`() throws {
        var life = Life.awaiting()
        #expect(life.refusal(of: .approve(plan: "p-0", by: .person("alice"))) == .otherPlan)
        try life.take(.approve(plan: "p-1", by: .person("alice")))
        #expect(life.refusal(of: .approve(plan: "p-1", by: .person("bob"))) == .noArrow)
        #expect(life.refusal(of: .decline(by: "bob", comment: nil)) == .noArrow)
    }

    @Test func `a machine that was halted, its boot clock too, does not send again under a key that has run out`()
        throws
    {
        var life = Life.unknown()
        life.now = life.now + .days(3)
        life.boot = life.boot + .minutes(1)
        try life.hear(.unknownKey)
        #expect(life.refusal(of: .sendAgain) == .keyExpired)
        #expect(life.wish == .ask(at: life.now + .seconds(4)))
    }

    @Test func `a promise that was taken back since allows no repeat`() throws {
        var life = Life.unknown()
        try life.hear(.unknownKey)
        life.promiseNow = .takenBack
        #expect(life.refusal(of: .sendAgain) == .notIdempotent)
        #expect(life.wish == .ask(at: life.now + .seconds(4)))
    }
}
