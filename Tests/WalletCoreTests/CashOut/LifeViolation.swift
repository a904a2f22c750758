import WalletCore

/// Something that must never happen, and how it did.
struct LifeViolation: Error {
    let path: String

    private init(_ what: String, _ node: LifeNode) {
        path = "\(what): \(node.path.joined(separator: " → "))"
    }

    /// What must hold of a cash-out and its world, whatever happened.
    static func of(_ node: LifeNode, _ promise: ProviderPromise) -> LifeViolation? {
        let moving = node.model.moving
        guard moving.count <= 1 else { return LifeViolation("paid twice", node) }
        guard !node.isJudged else { return nil }
        switch node.life.state {
        case .planned, .awaitingApproval, .approved, .prepared, .rejected, .abandoned:
            let mayMove = !moving.isEmpty || node.model.mayYetMove(at: node.time, promise)
            return mayMove ? LifeViolation("free though it may have been paid", node) : nil
        case .settled, .final:
            return moving.isEmpty ? LifeViolation("settled though nothing moved", node) : nil
        case .returned:
            return moving.first?.state == .returned ? nil : LifeViolation("returned though it did not", node)
        case .sending, .pending, .needsUser, .unknown:
            return nil
        }
    }

    /// What must hold of every step.
    static func of(
        _ step: CashOut.Step, from before: LifeNode, to after: LifeNode, _ announced: [EventType]
    ) -> LifeViolation? {
        let (old, new) = (before.life.cashOut.state, after.life.cashOut.state)
        let events = announced.filter { $0 != .cashOutFeeExceeded }.map(\.rawValue)
        let isSwap = old.dispatch?.customer == .asPrepared && new.dispatch?.customer == .doubtful
        guard events == (old.name == new.name && !isSwap ? [] : ["cashout.\(new.name.rawValue)"]) else {
            return LifeViolation("not announced once", after)
        }
        if old.name != new.name, !(arrows[old.name] ?? []).contains(new.name) {
            return LifeViolation("no such arrow", after)
        }
        if old.name == .unknown, new.name != .unknown, !step.isWord {
            return LifeViolation("known by itself", after)
        }
        if let dispatch = old.dispatch, new.dispatch?.request.reference != dispatch.request.reference {
            return LifeViolation("another reference", after)
        }
        return isOver(old) ? LifeViolation("ended twice", after) : nil
    }

    private static func isOver(_ state: CashOut.State) -> Bool {
        switch state {
        case .final, .rejected(_, nil), .returned, .abandoned: true
        case .planned, .awaitingApproval, .approved, .prepared, .sending, .pending, .needsUser, .unknown, .settled,
            .rejected:
            false
        }
    }

    private static let arrows: [CashOut.State.Name: Set<CashOut.State.Name>] = [
        .planned: [.awaitingApproval, .approved, .abandoned], .awaitingApproval: [.approved, .abandoned],
        .approved: [.prepared, .abandoned], .prepared: [.sending, .abandoned, .unknown],
        .sending: [.pending, .needsUser, .settled, .rejected, .returned, .unknown, .prepared, .abandoned],
        .pending: [.needsUser, .settled, .rejected, .returned, .unknown],
        .needsUser: [.pending, .settled, .rejected, .returned, .unknown],
        .unknown: [.pending, .needsUser, .settled, .rejected, .returned],
        .settled: [.final, .returned, .unknown], .rejected: [.unknown],
    ]
}

extension CashOut.Step {
    /// Whether somebody says something: nothing else may end a doubt.
    fileprivate var isWord: Bool {
        switch self {
        case .answer, .ran(.replied), .resolve: true
        case .seekApproval, .approve, .decline, .abandon, .expire, .prepare, .send, .sendAgain, .ran, .restart,
            .loseHistory, .compareCredentials, .noAnswer, .endWatch:
            false
        }
    }
}
