import WalletCore

/// One cash-out and its world at one moment.
struct LifeNode {
    var life: Life
    var model = ProviderModel()
    /// Since the start, through all boots.
    var time = Duration.zero
    /// How long the run that is under way has lasted.
    var runAge = Duration.zero
    /// The provider once said that it has the request; from then on it may forget it.
    var isHeard = false
    /// A person has said how it ended: the machine is not to blame any more.
    var isJudged = false
    private var boots = 0
    var path: [String] = []

    init(life: Life) { self.life = life }

    /// Sent and paid a second ago, and nothing was heard of it.
    static func paidUnheard(_ promise: ProviderPromise) -> LifeNode {
        var node = LifeNode(life: .unknown(promise))
        node.model.receive(sentAt: .zero, promise)
        node.time = .seconds(1)
        return node
    }

    /// Sent, and the provider said so.
    static func heard(_ state: ProviderReply.State, _ promise: ProviderPromise) -> LifeNode {
        var node = paidUnheard(promise)
        node.life = .sent(promise, state)
        node.model.advance(to: state)
        node.isHeard = true
        return node
    }

    var isRunning: Bool {
        switch life.cashOut.state {
        case .sending: true
        case .unknown(_, let doubt): doubt.lead == .sendingAgain
        case .planned, .awaitingApproval, .approved, .prepared, .pending, .needsUser, .settled, .final, .rejected,
            .returned, .abandoned:
            false
        }
    }

    func passing(_ duration: Duration) -> LifeNode {
        var next = self
        next.life.pass(duration)
        next.time += duration
        if isRunning { next.runAge += duration }
        next.path.append("\(duration.text)")
        return next
    }

    /// The daemon was killed, and a run with it.
    var stopped: LifeNode {
        var next = self
        next.runAge = .zero
        return next
    }

    var rebooted: LifeNode {
        var next = stopped
        next.boots += 1
        next.life.reboot(to: "boot \(next.boots)")
        next.time += .minutes(2)
        next.path.append("reboot")
        return next
    }

    var judged: LifeNode {
        var next = self
        next.isJudged = true
        return next
    }

    /// Another provider answers under the name.
    var changed: LifeNode {
        var next = self
        next.life.provider = .changed
        return next
    }

    /// The credentials in force become those of another account, which knows nothing of the request, or become the old
    /// ones again.
    var swapped: LifeNode {
        var next = self
        next.life.credentials = isStranger ? Life.own : "another's"
        next.path.append(isStranger ? "own credentials" : "another's credentials")
        return next
    }

    var isStranger: Bool { life.credentials != Life.own }

    func with(_ change: (inout ProviderModel) -> Void) -> LifeNode {
        var next = self
        change(&next.model)
        next.path.append("(\(next.model.payments.map(\.state.rawValue)) late \(next.model.late.count))")
        return next
    }

    /// A step was taken.
    mutating func settle(_ step: CashOut.Step) {
        isHeard =
            isHeard || step.reply.map { $0 != .unknownKey && life.provider == .asPrepared && !isStranger } ?? false
        life.provider = .asPrepared
        if !isRunning { runAge = .zero }
    }

    /// What decides all that may follow; when something is asked next does not.
    struct Key: Hashable {
        let state: CashOut.State.Name
        let trace: Dispatch.Trace?
        let lastRunEnded: BootTime?
        let lead: Doubt.Lead?
        let model: ProviderModel
        let time: Duration
        let boot: BootTime
        let runAge: Duration
        let isHeard: Bool
        let isJudged: Bool
        let runs: Int
        let isStranger: Bool
        let customer: Dispatch.Customer?
    }

    var key: Key {
        let dispatch = life.cashOut.state.dispatch
        return Key(
            state: life.state, trace: dispatch?.trace, lastRunEnded: dispatch?.lastRunEnded, lead: lead, model: model,
            time: time, boot: life.boot, runAge: runAge, isHeard: isHeard, isJudged: isJudged,
            runs: min(dispatch?.runs ?? 0, 2), isStranger: isStranger, customer: dispatch?.customer)
    }

    private var lead: Doubt.Lead? {
        guard case .unknown(_, let doubt) = life.cashOut.state else { return nil }
        return doubt.lead
    }
}

extension CashOut.Step {
    fileprivate var reply: ProviderReply.State? {
        switch self {
        case .answer(let reply, _), .ran(.replied(let reply)): reply.state
        case .seekApproval, .approve, .decline, .abandon, .expire, .prepare, .send, .sendAgain, .ran, .restart,
            .loseHistory, .compareCredentials, .noAnswer, .endWatch, .resolve:
            nil
        }
    }
}
