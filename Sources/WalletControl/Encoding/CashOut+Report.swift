import WalletAPI
import WalletCore
import WalletEngine

extension WalletAPI.CashOut {
    init(_ report: CashOutReport) {
        let cashOut = report.cashOut
        self.init(
            id: cashOut.id, state: cashOut.state.name.rawValue, approval: cashOut.approval.rawValue,
            plannedAt: report.plannedAt.description, terms: Plan(cashOut.plan, id: cashOut.planID))
        endedAt = report.endedAt?.description
        reference = cashOut.state.dispatch?.request.reference
        providerReference = cashOut.state.dispatch?.providerReference
        trail = report.trail.map { TrailEntry($0) }
        others = report.others.isEmpty ? nil : report.others.map { CashOut($0) }
        tell(cashOut.state)
    }

    /// What the state alone knows. A price that is being used, or was, has no end any more.
    private mutating func tell(_ state: WalletCore.CashOut.State) {
        switch state {
        case .planned, .approved, .prepared: return
        case .awaitingApproval(let until):
            terms.expires = until?.description
            return
        case .needsUser(_, _, let message): self.message = message
        case .settled(_, let fee, _), .final(_, let fee): feeTaken = Amount(fee)
        case .returned(_, let fee): feeTaken = fee.map { Amount($0) }
        case .sending, .pending, .unknown, .rejected, .abandoned: break
        }
        terms.expires = nil
    }
}

extension WalletAPI.CashOut.TrailEntry {
    fileprivate init(_ entry: WalletCore.CashOut.TrailEntry) {
        self.init(
            state: entry.state.rawValue, at: entry.at.description, by: entry.by.description, note: entry.note)
    }
}

extension WalletAPI.Evidence {
    init(_ report: EvidenceReport) {
        let evidence = report.evidence
        switch evidence.finding {
        case .said(let reply):
            self.init(evidence: evidence.id, providerSays: reply.state.rawValue, askedAt: report.askedAt.description)
            message = reply.message
            reference = reply.reference
        case .noAnswer(let cause):
            self.init(evidence: evidence.id, providerSays: Self.noAnswer, askedAt: report.askedAt.description)
            message = cause
        case .nobodyToAsk:
            self.init(evidence: evidence.id, providerSays: Self.nobodyToAsk, askedAt: report.askedAt.description)
        }
    }
}

extension WalletAPI.Evidence {
    private static let noAnswer = "no-answer"
    private static let nobodyToAsk = "nobody-to-ask"

    /// All that ``providerSays`` may be.
    static let findings = ProviderReply.State.allCases.map(\.rawValue) + [noAnswer, nobodyToAsk]
}

extension StopSwitch {
    init(_ report: StopReport) {
        self.init(paused: report.isPaused, reasons: report.reasons.map { Reason($0) })
        gap = report.gap.map { Gap(from: $0.from?.description, until: $0.until.description) }
    }
}

extension WalletAPI.Posting {
    init(_ report: PostingReport) {
        let (account, name) = Self.words(report.posting.account)
        self.init(
            cashout: report.cashOut, at: report.at.description, account: account, name: name,
            amount: Amount(report.posting.amount))
    }

    static let accounts = ["holding", "in-flight", "destination", "fee", "exchange"]

    private static func words(_ account: LedgerAccount) -> (String, String?) {
        switch account {
        case .holding(let holding): ("holding", holding.description)
        case .inFlight: ("in-flight", nil)
        case .destination(let name): ("destination", name)
        case .fee(let provider): ("fee", provider)
        case .exchange: ("exchange", nil)
        }
    }
}
