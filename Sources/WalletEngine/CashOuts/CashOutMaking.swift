import WalletCore
import WalletStore

/// Makes the cash-outs of a decision, inside the transaction that decided.
struct CashOutMaking {
    let floor: CashOutFloor
    let look: Timekeeper.Look
    let transaction: WriteTransaction

    init(floor: CashOutFloor, look: Timekeeper.Look, transaction: WriteTransaction) {
        self.floor = floor
        self.look = look
        self.transaction = transaction
    }

    /// What a rule does by itself: in mode `auto` approved at once, else shown to a person.
    func make(_ decision: CashOutDecision) throws(StoreError) {
        guard let rule = decision.rule.flatMap(floor.inForce.current.cashOutRule) else { return }
        switch rule.mode {
        case .dryRun: return
        case .ask: _ = try make(decision, for: .rule, approval: .person, by: .rule)
        case .auto: _ = try make(decision, for: .rule, approval: .rule, by: .rule)
        }
    }

    /// One cash-out for each plan, which have a bundle in common where there are several.
    func make(
        _ decision: CashOutDecision, for purpose: CashOutPurpose, approval: CashOut.Approval, by actor: CashOut.Actor
    ) throws(StoreError) -> [StoredCashOut] {
        let bundle = decision.plans.count > 1 ? floor.chance.uuid() : nil
        var made: [StoredCashOut] = []
        for var plan in decision.plans {
            plan.bundle = bundle
            let cashOut = CashOut(
                id: floor.chance.uuid(), plan: plan, planID: floor.inForce.current.id(of: plan), approval: approval,
                for: purpose)
            made.append(try begin(cashOut, by: actor))
        }
        return made
    }

    private func begin(_ cashOut: CashOut, by actor: CashOut.Actor) throws(StoreError) -> StoredCashOut {
        let facts = floor.circumstances(at: look.now)
        let planned = try transaction.add(cashOut, cashOut.begin(by: actor, in: facts))
        switch try transaction.take(
            cashOut.firstStep(of: floor.inForce.current, at: look.now), on: cashOut.id, in: facts)
        {
        case .success(let stored): return stored
        case .failure: return planned
        }
    }
}

extension CashOut {
    /// What follows the plan: its rule lets it go, or a person is asked.
    func firstStep(of configuration: ActiveConfiguration, at now: Timestamp) -> Step {
        switch approval {
        case .rule: return .approve(plan: planID, by: .rule)
        case .person:
            let within = plan.rule.flatMap(configuration.cashOutRule)?.approveWithin ?? purpose.approveWithin
            return .seekApproval(until: within.map { now + $0 })
        }
    }
}

extension CashOutPurpose {
    /// How long an approval is waited for where no rule says it; `nil`: without end.
    fileprivate var approveWithin: Duration? {
        switch self {
        case .rule: nil
        case .person: CashOutRule.approveWithinDefault
        }
    }
}
