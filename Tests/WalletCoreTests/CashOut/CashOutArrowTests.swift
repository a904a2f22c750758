import Testing
import WalletCore

/// Which step leads from where to where. What is not in a table is refused.
@Suite struct CashOutArrowTests {
    private typealias Arrows = [CashOut.State.Name: CashOut.State.Name]

    /// Every state, with a provider that has just said what it says.
    private static let lives: [Life] =
        [
            .planned(), .awaiting(), .approved(), .prepared(), .sending(), .sent(.both, .pending),
            .sent(.both, .needsUser), .sent(.both, .settled), final, .sent(.both, .rejected),
            .sent(.both, .returned), .unknown(), .sent(.both, .notSent(.misconfigured)),
        ]

    private static var final: Life {
        var life = Life.sent(.both, .settled)
        life.pass(.days(10))
        do throws(TransitionError) { try life.take(.endWatch) } catch { Issue.record(error) }
        return life
    }

    private func check(
        _ step: (Life) -> CashOut.Step, _ arrows: Arrows, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for life in Self.lives {
            let after = life.after(step(life))
            #expect(
                after == arrows[life.state], "from \(life.state.rawValue)", sourceLocation: sourceLocation)
        }
    }

    @Test func `each state is tried`() {
        #expect(Set(Self.lives.map(\.state)) == Set(CashOut.State.Name.allCases))
    }

    @Test func `only a plan is shown, and only what is shown is approved or declined`() {
        check({ _ in .seekApproval(until: nil) }, [.planned: .awaitingApproval])
        check({ _ in .approve(plan: "p-1", by: .person("alice")) }, [.awaitingApproval: .approved])
        check({ _ in .approve(plan: "p-1", by: .rule) }, [:])
        check({ _ in .decline(by: "alice", comment: nil) }, [.awaitingApproval: .abandoned])
    }

    @Test func `a rule approves its own plan, and nobody else does`() {
        var life = Life(approval: .rule)
        #expect(life.refusal(of: .seekApproval(until: nil)) == .otherApproval)
        #expect(life.refusal(of: .approve(plan: "p-1", by: .person("alice"))) == .otherApproval)
        #expect(life.after(.approve(plan: "p-1", by: .rule)) == .approved)
        life = .awaiting()
        #expect(life.refusal(of: .approve(plan: "p-1", by: .rule)) == .otherApproval)
    }

    @Test func `what was never sent is given up, and nothing else is`() {
        check(
            { _ in .abandon([CashOutReason(.paused, "Paused.")]) },
            [.planned: .abandoned, .awaitingApproval: .abandoned, .approved: .abandoned, .prepared: .abandoned])
    }

    @Test func `one request is made, and sent for the first time once`() {
        check({ .prepare($0.request) }, [.approved: .prepared])
        check({ _ in .send }, [.prepared: .sending])
        check({ _ in .sendAgain }, [:])
    }

    @Test(arguments: [
        (SendOutcome.replied(ProviderReply(.pending)), CashOut.State.Name.pending),
        (.replied(ProviderReply(.settled)), .settled), (.replied(ProviderReply(.rejected)), .rejected),
        (.replied(ProviderReply(.returned)), .returned), (.replied(ProviderReply(.needsUser)), .needsUser),
        (.replied(ProviderReply(.unknownKey)), .unknown), (.unclear("time-out"), .unknown),
        (.notConnected, .prepared), (.notSent(.temporary(retryAfter: nil)), .prepared),
        (.notSent(.refusedCredential), .abandoned), (.notSent(.misconfigured), .abandoned),
    ])
    func `a first run ends where its outcome says`(outcome: SendOutcome, state: CashOut.State.Name) {
        check({ _ in .ran(outcome) }, [.sending: state])
    }

    @Test func `a start changes only what was being sent`() {
        check(
            { _ in .restart },
            [
                .planned: .planned, .awaitingApproval: .awaitingApproval, .approved: .approved, .prepared: .prepared,
                .sending: .unknown, .pending: .pending, .needsUser: .needsUser, .settled: .settled, .unknown: .unknown,
            ])
    }

    @Test func `where history is lost, nothing goes on as if it had not been sent`() {
        check(
            { _ in .loseHistory },
            [
                .planned: .abandoned, .awaitingApproval: .abandoned, .approved: .abandoned, .prepared: .unknown,
                .unknown: .unknown,
            ])
    }

    @Test func `the provider is heard from when it has the request until it is final`() {
        let hear = { (state: ProviderReply.State) in
            { (life: Life) in CashOut.Step.answer(ProviderReply(state), askedAt: life.boot) }
        }
        check(
            hear(.pending), [.pending: .pending, .needsUser: .pending, .unknown: .pending, .settled: .unknown])
        check(
            hear(.settled), [.pending: .settled, .needsUser: .settled, .unknown: .settled, .settled: .settled])
        check(
            hear(.rejected), [.pending: .rejected, .needsUser: .rejected, .unknown: .rejected, .settled: .unknown])
        check(
            hear(.returned), [.pending: .returned, .needsUser: .returned, .unknown: .returned, .settled: .returned])
        check(
            hear(.needsUser),
            [.pending: .needsUser, .needsUser: .needsUser, .unknown: .needsUser, .settled: .unknown])
        check(
            hear(.unknownKey), [.pending: .unknown, .needsUser: .unknown, .unknown: .unknown, .settled: .settled])
        check(
            { _ in .noAnswer(retryAfter: nil) },
            [.pending: .pending, .needsUser: .needsUser, .unknown: .unknown, .settled: .settled])
    }

    @Test func `a person resolves what is open at the provider, and nothing else`() {
        check(
            { $0.resolution(.settled, .nobodyToAsk, .unverified) },
            [.pending: .settled, .needsUser: .settled, .unknown: .settled])
    }

    @Test func `time ends an approval and a watch, and neither too early`() {
        check({ _ in .expire }, [:])
        check({ _ in .endWatch }, [:])
        var life = Life.awaiting()
        #expect(life.refusal(of: .expire) == .tooEarly)
        life.pass(.hours(24))
        #expect(life.refusal(of: .approve(plan: "p-1", by: .person("alice"))) == .expired(.at("24:00")))
        #expect(life.after(.expire) == .abandoned)
        life = .sent(.both, .settled)
        #expect(life.refusal(of: .endWatch) == .tooEarly)
        life.pass(.days(10))
        #expect(life.after(.endWatch) == .final)
    }

    @Test func `a refusal says what was tried from where, and leaves everything as it was`() throws {
        var life = Life.unknown()
        let before = life.cashOut
        let error = #expect(throws: TransitionError.self) { try life.take(.send) }
        #expect(error == TransitionError(step: .send, state: .unknown, cause: .noArrow))
        #expect(
            error?.description == "A cash-out that is unknown was not sent: that is no step from where it is.")
        let late = TransitionError(step: .decline, state: .abandoned, cause: .noArrow)
        #expect(
            late.description
                == "A cash-out that is abandoned was not rejected: only one that waits for approval can be.")
        #expect(life.cashOut == before)
    }
}
