import Testing
import WalletCore
import WalletTestSupport

/// When a cash-out wants something done.
@Suite struct ScheduleTests {
    private func waits(_ life: Life, _ count: Int) throws -> [Duration] {
        var life = life
        var waits: [Duration] = []
        for _ in 1...count {
            let due: Timestamp? =
                switch life.wish {
                case .ask(let at): at
                case .seekApproval, .prepare, .send, .compareCredentials, .expire, .endWatch, .nothing: nil
                }
            let wait = try #require(due) - life.now
            waits.append(wait)
            life.pass(wait)
            try life.take(.noAnswer(retryAfter: nil))
        }
        return waits
    }

    @Test func `what nobody knows is asked about at first soon, then at most hourly, without end`() throws {
        let waits = try waits(.unknown(), 100)
        #expect(waits.prefix(5) == [.seconds(2), .seconds(4), .seconds(8), .seconds(16), .seconds(32)])
        #expect(waits.suffix(80).allSatisfy { $0 == .hours(1) })
    }

    @Test(arguments: [
        (nil, Duration.minutes(10)), (ProcessingTime(.seconds(1)), .seconds(10)),
        (ProcessingTime(.minutes(10), .hours(2)), .minutes(6)), (ProcessingTime(.days(3)), .hours(1)),
    ])
    func `what is pending is asked about by the time that it takes`(
        processing: ProcessingTime?, longest: Duration
    ) throws {
        var plan = Plan.tips
        plan.processing = processing
        var life = Life.sending(plan: plan)
        try life.take(.ran(.replied(ProviderReply(.pending))))
        let waits = try waits(life, 30)
        #expect(waits.first == .seconds(2))
        #expect(waits.last == longest)
    }

    @Test func `the same news over and over is asked for less and less often`() throws {
        var life = Life.sent(.both, .pending)
        for _ in 1...4 {
            let transition = try life.hear(.pending, message: "at work")
            #expect(transition.entry == nil && transition.events.isEmpty && transition.postings.isEmpty)
        }
        #expect(life.wish == .ask(at: life.now + .seconds(32)))
    }

    @Test func `the wait is anywhere within its bounds`() throws {
        var generator = SeededGenerator(seed: 1)
        var waits: Set<Duration> = []
        for _ in 1...200 {
            var life = Life.sending()
            life.randomness = generator.next()
            let transition = try life.take(.ran(.unclear("time-out")))
            if case .ask(let at) = transition.effect { waits.insert(at - life.now) }
        }
        #expect(waits.allSatisfy { $0 >= .zero && $0 <= .seconds(2) })
        #expect(waits.count > 100)
    }

    @Test func `a provider that wants to be left alone is`() throws {
        var life = Life.unknown()
        #expect(try life.take(.noAnswer(retryAfter: .hours(2))).effect == .ask(at: life.now + .hours(2)))
    }

    @Test func `after a start everything that is open is asked about at once`() throws {
        for state in [ProviderReply.State.pending, .needsUser, .settled, .unknownKey] {
            var life = Life.sent(.both, state)
            for _ in 1...9 { try life.take(.noAnswer(retryAfter: nil)) }
            #expect(try life.take(.restart).effect == .ask(at: life.now))
        }
        var life = Life.denied()
        #expect(try life.take(.restart).effect == .ask(at: life.now))
    }

    private static let windowEnd = Timestamp.at("0:00") + .days(10) + .seconds(1)

    /// Until it is not to be asked about any more: how often it was.
    private func asked(_ life: inout Life, _ step: (Life) -> CashOut.Step) throws -> Int {
        var asked = 0
        while case .ask(let at) = life.wish, asked < 100 {
            life.pass(max(at - life.now, .zero))
            try life.take(step(life))
            asked += 1
        }
        return asked
    }

    @Test(arguments: [ProviderReply.State.settled, .unknownKey])
    func `what was settled is watched to the end of its window, and looked at then`(state: ProviderReply.State) throws {
        var life = Life.sent(.both, .settled)
        let asked = try asked(&life) { .answer(ProviderReply(state), askedAt: $0.boot) }
        #expect((20...60).contains(asked))
        #expect(life.now == Self.windowEnd)
        #expect(life.wish == .endWatch(at: life.now))
        #expect(life.after(.endWatch) == .final)
    }

    @Test func `a watch does not end before the provider was heard`() throws {
        var life = Life.sent(.both, .settled)
        #expect(try asked(&life) { _ in .noAnswer(retryAfter: nil) } == 100)
        #expect(life.now > Self.windowEnd + .days(10))
        #expect(life.refusal(of: .endWatch) == .tooEarly)
        life.pass(.days(1))
        try life.hear(.settled)
        #expect(life.after(.endWatch) == .final)
    }

    @Test func `a watch whose end nobody saw is owed a look`() throws {
        var life = Life.sent(.both, .settled)
        life.pass(.days(400))
        #expect(try life.take(.restart).effect == .ask(at: Self.windowEnd))
        try life.take(.noAnswer(retryAfter: nil))
        #expect(life.wish == .ask(at: life.now + .seconds(4)))
        try life.hear(.returned)
        #expect(life.state == .returned)
    }

    @Test(arguments: [Duration.days(400), .hours(-2)])
    func `a clock that is set makes a watch neither shorter nor longer`(step: Duration) throws {
        var life = Life.sent(.both, .settled)
        life.pass(.days(1))
        try life.hear(.settled)
        life.now = life.now + step
        #expect(life.refusal(of: .endWatch) == .tooEarly)
        _ = try asked(&life) { .answer(ProviderReply(.settled), askedAt: $0.boot) }
        #expect(life.now == Self.windowEnd + step)
        #expect(life.after(.endWatch) == .final)
    }

    @Test func `what cannot be asked about is left to a person, or to its window`() throws {
        #expect(Life.unknown(.neither).wish == .nothing)
        #expect(Life.sent(.neither, .pending).wish == .nothing)
        #expect(Life.sent(.neither, .settled).wish == .endWatch(at: .at("240:00") + .seconds(1)))
        var life = Life.sending(.neither)
        try life.take(.ran(.replied(ProviderReply(.pending, reference: "acme-7"))))
        #expect(life.wish == .ask(at: life.now + .seconds(2)))
    }

    @Test func `each state wants the next step of a life`() {
        #expect(Life.planned().wish == .seekApproval)
        #expect(Life.awaiting().wish == .expire(at: .at("24:00")))
        #expect(Life.approved().wish == .prepare)
        #expect(Life.prepared().wish == .send(.first, at: .at("0:00")))
        #expect(Life.sending().wish == .nothing)
        #expect(Life.sent(.both, .rejected).wish == .nothing)
        #expect(Life.sent(.both, .returned).wish == .nothing)
    }
}
