import WalletCore

/// Walks all that can happen to one cash-out, up to so many steps, and looks for what must not.
struct LifeExplorer {
    let promise: ProviderPromise
    var machine = FlawedMachine()
    let stepsMax: Int
    private(set) var nodes = 0

    init(_ promise: ProviderPromise, flaw: Flaw? = nil, stepsMax: Int) {
        self.promise = promise
        machine.flaw = flaw
        self.stepsMax = stepsMax
    }

    /// The first way found to what must not happen, or `nil`.
    mutating func violation(from start: LifeNode) -> String? {
        var seen: Set<LifeNode.Key> = []
        var front = [start]
        for _ in 0..<stepsMax {
            var next: [LifeNode] = []
            for node in front {
                for branch in branches(of: node) {
                    switch branch {
                    case .failure(let violation): return violation.path
                    case .success(let node): if seen.insert(node.key).inserted { next.append(node) }
                    }
                }
            }
            nodes += next.count
            front = next
        }
        return nil
    }

    private typealias Branch = Result<LifeNode, LifeViolation>

    private func branches(of node: LifeNode) -> [Branch] {
        time(node) + world(node) + runs(node) + (node.isRunning ? [] : quiet(node))
    }

    /// Time passes, and the machine reboots or the daemon starts anew.
    private func time(_ node: LifeNode) -> [Branch] {
        let waits: [Duration] = node.isRunning ? [.seconds(61)] : [.seconds(61), .hours(1), .days(1)]
        var found = waits.filter { !node.isRunning || node.runAge + $0 <= .seconds(62) }
            .map { Branch.success(node.passing($0)) }
        found += take(.restart, from: node.stopped)
        found += take(.restart, from: node.rebooted)
        // A run that is under way keeps the credentials that it began with.
        return node.isRunning ? found : found + [.success(node.swapped)]
    }

    /// What goes on at the provider.
    private func world(_ node: LifeNode) -> [Branch] {
        var worlds: [LifeNode] = node.model.nextStates.map { state in node.with { $0.advance(to: state) } }
        if node.model.canArrive(at: node.time, promise) { worlds.append(node.with { $0.arrive(promise) }) }
        if !node.model.late.isEmpty { worlds.append(node.with { $0.loseLate() }) }
        return worlds.map { world in LifeViolation.of(world, promise).map { .failure($0) } ?? .success(world) }
    }

    /// How a run may go, with or without an answer.
    private func runs(_ node: LifeNode) -> [Branch] {
        guard node.isRunning else { return take(.send, from: node) + take(.sendAgain, from: node) }
        guard !node.isStranger else {
            let elsewhere = node.with { $0.receiveElsewhere(sentAt: node.time) }
            return take(.ran(.unclear("time-out")), from: elsewhere)
        }
        let arrived = node.with { $0.receive(sentAt: node.time, promise) }
        let delayed = node.with { $0.delay(sentAt: node.time) }
        var found: [Branch] = []
        for lost in [node, arrived, delayed] {
            found += take(.ran(.unclear("time-out")), from: lost) + take(.restart, from: lost.stopped)
        }
        for state in [arrived.model.payments.first?.state].compactMap(\.self) {
            found += take(.ran(.replied(ProviderReply(state))), from: arrived)
            for next in arrived.model.nextStates where next != .returned {
                let moved = arrived.with { $0.advance(to: next) }
                found += take(.ran(.replied(ProviderReply(next))), from: moved)
            }
        }
        let unsent: [SendOutcome] = [.notConnected, .notSent(.temporary(retryAfter: nil)), .notSent(.misconfigured)]
        return found + unsent.flatMap { take(.ran($0), from: node) }
    }

    /// Look-ups, limits of time, people, and a configuration that changes.
    private func quiet(_ node: LifeNode) -> [Branch] {
        node.isStranger ? strange(node) : familiar(node)
    }

    /// What somebody with another account's credentials brings about.
    private func strange(_ node: LifeNode) -> [Branch] {
        let replies = [ProviderReply.State.rejected, .unknownKey, .needsUser].map {
            CashOut.Step.answer(ProviderReply($0), askedAt: node.life.boot)
        }
        let steps: [CashOut.Step] = [.compareCredentials, .noAnswer(retryAfter: nil), .endWatch, .expire, .loseHistory]
        return (steps + replies).flatMap { take($0, from: node) } + resolved(node)
    }

    private func familiar(_ node: LifeNode) -> [Branch] {
        let life = node.life
        var steps: [CashOut.Step] = [
            .seekApproval(until: life.now + .hours(1)), .approve(plan: "p-1", by: .person("alice")),
            .approve(plan: "p-1", by: .rule), .decline(by: "alice", comment: nil), .abandon([]), .expire,
            .prepare(life.request), .noAnswer(retryAfter: nil), .endWatch, .loseHistory,
            .compareCredentials,
        ]
        if promise.lookup == .byKey, let state = node.model.payments.first?.state {
            steps.append(.answer(ProviderReply(state), askedAt: life.boot))
        }
        let changed = node.changed
        return steps.flatMap { take($0, from: node) } + missing(node) + resolved(node)
            + [ProviderReply.State.rejected, .unknownKey, .needsUser].flatMap {
                take(.answer(ProviderReply($0), askedAt: life.boot), from: changed)
            }
    }

    private func missing(_ node: LifeNode) -> [Branch] {
        let missing = node.isHeard ? node.model : node.model.missing(at: node.time, promise)
        guard promise.lookup == .byKey, let model = missing else { return [] }
        let reply = ProviderReply(.unknownKey)
        return take(.answer(reply, askedAt: node.life.boot), from: node.with { $0 = model })
    }

    private func resolved(_ node: LifeNode) -> [Branch] {
        let outcomes = Resolution.Outcome.allCases
        return outcomes.flatMap { outcome in
            let step = node.life.resolution(outcome, .nobodyToAsk, .unverified)
            return take(step, from: node.judged)
        }
    }

    private func take(_ step: CashOut.Step, from node: LifeNode) -> [Branch] {
        var next = node
        next.path.append("\(step.name.rawValue)")
        do throws(TransitionError) {
            let events = try machine.take(step, &next.life)
            next.settle(step)
            let violation = LifeViolation.of(step, from: node, to: next, events) ?? .of(next, promise)
            return [violation.map { .failure($0) } ?? .success(next)]
        } catch {
            return []
        }
    }
}
