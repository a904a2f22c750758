import EngineTestSupport
import WalletCore

@testable import WalletEngine
@testable import WalletStore

/// What a simulation breaks on purpose, to show that it would be found.
enum Flaw: String, CaseIterable {
    case sendsBeforeTheCommit
    case newReferenceOnRepeat
    case notFoundIsFailed
    case timeoutIsFailed
    case budgetForgetsWhatIsInFlight
    case reserveBeforeFees
    case approvesAnyPlan
    case eventsOutsideOfTheTransaction
    case repeatsAfterTheKeyExpired
    case repeatsWithoutAPromise
    case ignoresTheStopSwitch
    case ignoresTheClock
    case decidesOnceOnly
    case forgetsOpenHoldings
    case forgetsThatHistoryWentBack
    case settledIsNotWatched
}

extension Flaw? {
    func commitSeam(_ nature: Nature) -> CommitSeam {
        var seam = CommitSeam()
        seam.ending = { () throws(StoreError) in try nature.endTransaction() }
        seam.committed = { () throws(StoreError) in try nature.commit() }
        if let step { seam.step = step }
        switch self {
        case .sendsBeforeTheCommit: seam.run = { nature.sendAtOnce($0) }
        case .newReferenceOnRepeat: seam.run = { $0.renamed() }
        case .eventsOutsideOfTheTransaction:
            seam.events = { nature.holdBack($0) }
            seam.late = { nature.heldBack() }
        case .repeatsAfterTheKeyExpired:
            seam.request = { $0.promise.idempotency == nil ? $0 : $0.promising(.unlimited) }
        case .repeatsWithoutAPromise: seam.request = { $0.promising(.unlimited) }
        case .settledIsNotWatched: seam.request = { $0.unwatched }
        default: break
        }
        return seam
    }

    private var step: (@Sendable (CashOut.Step, CashOut) -> CashOut.Step)? {
        switch self {
        case .notFoundIsFailed:
            { step, cashOut in
                guard case .answer(let reply, let at) = step, reply.state == .unknownKey, cashOut.state.name == .unknown
                else { return step }
                return .answer(ProviderReply(.rejected), askedAt: at)
            }
        case .timeoutIsFailed:
            { step, _ in
                guard case .ran(.unclear) = step else { return step }
                return .ran(.replied(ProviderReply(.rejected)))
            }
        case .approvesAnyPlan:
            { step, cashOut in
                guard case .approve(_, let person) = step else { return step }
                return .approve(plan: cashOut.planID, by: person)
            }
        default: nil
        }
    }

    func decisionSeam() -> DecisionSeam {
        var seam = DecisionSeam()
        switch self {
        case .budgetForgetsWhatIsInFlight: seam.facts = { $0.forgettingLedger() }
        case .reserveBeforeFees: seam.facts = { $0.forgettingFees() }
        case .approvesAnyPlan: seam.plan = { _, cashOut in cashOut.planID }
        case .ignoresTheStopSwitch:
            seam.stops = { $0.filter { if case .paused = $0 { false } else { true } } }
        case .ignoresTheClock:
            seam.stops = { $0.filter { if case .clock = $0 { false } else { true } } }
        case .decidesOnceOnly: seam.reasons = { _ in [] }
        case .forgetsOpenHoldings: seam.facts = { $0.forgettingClaims() }
        case .forgetsThatHistoryWentBack:
            seam.stops = { $0.filter { if case .historyWentBack = $0 { false } else { true } } }
        default: break
        }
        return seam
    }
}
