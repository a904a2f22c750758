import Testing
import WalletCore

/// When a request that the provider does not know counts as rejected, and when not.
@Suite struct AbsenceTests {
    @Test func `what is unknown an hour after the last run, twice and a minute apart, was never there`() throws {
        var life = Life.unknown(.lookupOnly)
        life.pass(.hours(1) - .milliseconds(1))
        try life.hear(.unknownKey)
        life.pass(.milliseconds(1))
        try life.hear(.unknownKey)
        #expect(life.wish == .ask(at: life.now + .minutes(1)))
        life.pass(.minutes(1) - .milliseconds(1))
        try life.hear(.unknownKey)
        #expect(life.state == .unknown)
        life.pass(.milliseconds(1))
        let transition = try life.hear(.unknownKey)
        #expect(life.state == .rejected)
        #expect(transition.consequences == [.rejected])
        #expect(transition.events.map(\.reason) == ["absent"])
        #expect(transition.effect == .nothing)
    }

    @Test(arguments: [ProviderPromise.bothWithoutAbsence, .idempotentOnly, .neither])
    func `without the promise it is never rejected, however often it is not found`(promise: ProviderPromise) throws {
        var life = Life.unknown(promise)
        for _ in 1...20 {
            life.pass(.days(30))
            try life.hear(.unknownKey)
        }
        #expect(life.state == .unknown)
    }

    @Test func `the time counts from the end of the last run, not of the first`() throws {
        var life = Life.unknown(.both)
        try life.hear(.unknownKey)
        try life.take(.sendAgain)
        life.pass(.hours(3))
        try life.take(.ran(.unclear("time-out")))
        for _ in 1...3 {
            life.pass(.minutes(19))
            try life.hear(.unknownKey)
        }
        #expect(life.state == .unknown)
        life.pass(.minutes(3))
        try life.hear(.unknownKey)
        life.pass(.minutes(1))
        try life.hear(.unknownKey)
        #expect(life.state == .rejected)
    }

    @Test func `a look-up that began too early proves nothing, however late it ends`() throws {
        var life = Life.unknown(.lookupOnly)
        life.pass(.minutes(59))
        let early = life.boot
        life.pass(.minutes(2))
        try life.take(.answer(ProviderReply(.unknownKey), askedAt: early))
        try life.hear(.unknownKey)
        #expect(life.state == .unknown)
        life.pass(.minutes(1))
        try life.hear(.unknownKey)
        #expect(life.state == .rejected)
    }

    @Test func `a look-up tells of when it began, not of when it ended`() throws {
        var life = Life.unknown(.lookupOnly)
        let askedAt = life.boot
        life.pass(.hours(2))
        for _ in 1...3 {
            try life.take(.answer(ProviderReply(.unknownKey), askedAt: askedAt))
            life.pass(.minutes(2))
        }
        #expect(life.state == .unknown)
    }

    @Test func `the wall clock does not make an hour of a second`() throws {
        var life = Life.unknown(.lookupOnly)
        for _ in 1...5 {
            life.now = life.now + .days(400)
            life.boot = life.boot + .minutes(2)
            try life.hear(.unknownKey)
        }
        #expect(life.state == .unknown)
    }

    @Test func `after a reboot the hour begins anew`() throws {
        var life = Life.unknown(.lookupOnly)
        life.pass(.hours(3))
        try life.hear(.unknownKey)
        life.reboot()
        try life.hear(.unknownKey)
        try life.take(.restart)
        life.pass(.minutes(59))
        try life.hear(.unknownKey)
        life.pass(.minutes(2))
        try life.hear(.unknownKey)
        #expect(life.state == .unknown)
        life.pass(.minutes(1))
        try life.hear(.unknownKey)
        #expect(life.state == .rejected)
    }

    @Test func `another provider's word that nothing moved is not believed`() throws {
        for state in [ProviderReply.State.unknownKey, .rejected, .needsUser] {
            for before in [ProviderReply.State.pending, .needsUser, .unknownKey] {
                var life = Life.sent(.lookupOnly, before)
                let started = life.state
                life.provider = .changed
                for _ in 1...3 {
                    life.pass(.hours(2))
                    try life.hear(state)
                }
                #expect(life.state == started)
            }
        }
        for (state, after) in [(ProviderReply.State.pending, CashOut.State.Name.pending), (.settled, .settled)] {
            var life = Life.unknown()
            life.provider = .changed
            try life.hear(state)
            #expect(life.state == after)
        }
    }
}
