/// One movement of value from one or more holdings to one destination through one provider, from its plan to its end.
///
/// It must never move value twice. So it lives by these arrows and no others, each committed before what follows it
/// happens; a step that has no arrow from where it stands is a ``TransitionError``:
///
/// ```
/// planned            ─► awaiting-approval · approved (a rule's own) · abandoned
/// awaiting-approval  ─► approved · abandoned
/// approved           ─► prepared · abandoned
/// prepared           ─► sending · abandoned · unknown (history went back)
/// sending            ─► pending · needs-user · settled · rejected · returned · unknown
///                       and, where this first run surely sent nothing: prepared · abandoned
/// pending            ─► needs-user · settled · rejected · returned · unknown
/// needs-user         ─► pending · settled · rejected · returned · unknown
/// unknown            ─► pending · needs-user · settled · rejected · returned
/// settled            ─► final · returned · unknown (the provider contradicts)
/// rejected           ─► unknown (a person had said so, and the provider contradicts)
/// final, returned, abandoned: the end
/// ```
///
/// - **One intent, one reference.** The reference is made before the first run and never again: no arrow leads back
///   behind `prepared`. All that is ever sent again is the same bytes under the same key, while the provider promises to
///   act once on it.
/// - **Absence is not failure.** Whatever is not the provider's own word leaves the outcome `unknown`: a time-out, a
///   broken connection, an answer that makes no sense, "not found". Time alone never ends what may have been sent.
/// - **What may have moved is held.** Holdings and budgets are free again only when the provider, its promise about
///   requests that it does not know, or a person says that nothing moved.
///
/// A value without clock, dice and I/O: the runner hands in what happened, commits what comes out, and only then does
/// what ``wish(in:)`` says.
package struct CashOut: Equatable, Sendable {
    package let id: String
    package let plan: Plan
    /// The hash of what a person approves.
    package let planID: String
    package let approval: Approval
    /// On whose behalf it is decided, again right before it is sent.
    package let purpose: CashOutPurpose
    package private(set) var state: State

    /// Who lets it go ahead.
    package enum Approval: String, Sendable, CaseIterable {
        /// The rule that planned it, in mode `auto`, by the consent that it has.
        case rule
        case person
    }

    package enum State: Equatable, Sendable {
        case planned
        /// A person is asked; for as long as `until` says, or without end.
        case awaitingApproval(until: Timestamp?)
        /// The request is to be made.
        case approved
        /// The request is stored and may be sent. Nothing was sent: earlier runs, if any, say so themselves.
        case prepared(Dispatch, Inquiry)
        /// The first run that may send is under way, or the daemon died in it.
        case sending(Dispatch)
        /// The provider has it, and will move the value or has not yet said that it did.
        case pending(Dispatch, Inquiry)
        /// The provider has it, and waits for a person: for what, the message says.
        case needsUser(Dispatch, Inquiry, message: String)
        /// The value may have moved, or may yet.
        case unknown(Dispatch, Doubt)
        /// It arrived, and could still be taken back.
        case settled(Dispatch, fee: Amount, Watch)
        /// It arrived for good.
        case final(Dispatch, fee: Amount)
        /// Nothing moved. Watched where only a person said so.
        case rejected(Dispatch, Watch?)
        /// It moved and came back, but for a fee that the provider kept.
        case returned(Dispatch, fee: Amount?)
        /// Given up before anything was sent.
        case abandoned(Dispatch?)
    }

    /// A new one, or one as the store kept it.
    package init(
        id: String, plan: Plan, planID: String, approval: Approval, for purpose: CashOutPurpose = .rule,
        state: State = .planned
    ) {
        self.id = id
        self.plan = plan
        self.planID = planID
        self.approval = approval
        self.purpose = purpose
        self.state = state
    }

    /// What there is to keep and to announce of a new one, which is `planned`.
    package func begin(by actor: Actor, in facts: Circumstances) -> Transition {
        transition(Move(.planned, by: actor), postings: [], in: facts)
    }

    /// Takes one step, or refuses it and stays as it was.
    package mutating func apply(_ step: Step, in facts: Circumstances) throws(TransitionError) -> Transition {
        let before = state
        do throws(TransitionError.Cause) {
            let move = try move(by: step, in: facts)
            let postings = try postings(to: move.state)
            state = move.state
            return transition(move, from: before.name, postings: postings, in: facts)
        } catch {
            throw TransitionError(step: step.name, state: before.name, cause: error)
        }
    }

    private func move(by step: Step, in facts: Circumstances) throws(TransitionError.Cause) -> Move {
        switch step {
        case .seekApproval(let until): try seekApproval(until: until)
        case .approve(let plan, let actor): try approve(plan, by: actor, at: facts.now)
        case .decline(let person, let comment): try decline(by: person, comment)
        case .abandon(let reasons): try abandon(because: reasons)
        case .expire: try expire(in: facts)
        case .prepare(let request): try prepare(request, in: facts)
        case .send: try send(in: facts)
        case .sendAgain: try sendAgain(in: facts)
        case .ran(let outcome): try ran(outcome, in: facts)
        case .restart: try restart(in: facts)
        case .loseHistory: try loseHistory(in: facts)
        case .compareCredentials: try compareCredentials(in: facts)
        case .answer(let reply, let askedAt): try answer(reply, askedAt: askedAt, in: facts)
        case .noAnswer(let retryAfter): try noAnswer(retryAfter: retryAfter, in: facts)
        case .endWatch: try endWatch(in: facts)
        case .resolve(let resolution): try resolve(resolution, in: facts)
        }
    }
}
