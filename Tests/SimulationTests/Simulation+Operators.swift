import EngineTestSupport
import Synchronization
import WalletCore

@testable import WalletEngine
@testable import WalletStore

/// Persons, who do things at the wrong moment.
extension Simulation {
    func operate(_ running: RunningEngine) async {
        let commands = running.engine.commands
        let word = nature.roll { $0.number(0...13) }
        do throws(EngineError) {
            switch word {
            case 0...3: try await judge(running)
            case 4: try await resolve(running)
            case 5:
                if let cashOut = await someCashOut(running), isHome(cashOut) {
                    nature.note("release \(cashOut.id.prefix(8))")
                    _ = try await commands.release(cashOut.id, by: "alice")
                }
            case 6:
                _ = try await commands.pauseCashOuts(by: "alice")
                nature.state.withLock { $0.stopped = $0.stopped ?? "all is paused" }
                nature.note("paused")
            case 7...10: try await resume(running)
            case 11: try await new(running)
            default: await confirmAll(running)
            }
        } catch {
            nature.note("refused: \(error.code)".prefix(60).description)
        }
        await running.settle()
    }

    private func resume(_ running: RunningEngine) async throws(EngineError) {
        let before = nature.state.withLock { state in
            defer { state.stopped = nil }
            return state.stopped
        }
        let accepts = nature.roll { $0.oneIn(2) } || nature.isCalm
        nature.note("resume, history \(accepts ? "accepted" : "not accepted")")
        let report = try? await running.engine.commands.resumeCashOuts(
            accepts ? .accepted : .notAccepted, by: "alice")  // what it did is looked at
        guard let report else { return nature.state.withLock { $0.stopped = nil } }
        nature.trustClock()
        let isBack = report.reasons.contains { $0.code == .historyWentBack }
        nature.state.withLock { $0.stopped = isBack ? before ?? "history went back" : nil }
    }

    func confirmAll(_ running: RunningEngine) async {
        for rule in blueprint.rules {
            let revision = try? await running.readers.questions.read { transaction throws(StoreError) in
                try transaction.revision(of: rule.name)
            }  // no database, no consent
            guard let revision = revision ?? nil else { continue }
            try? await running.engine.commands.confirm(rule.name, revision: revision, by: "alice")  // next time then
        }
        nature.note("rules are confirmed")
    }

    private func judge(_ running: RunningEngine) async throws(EngineError) {
        let waiting = await cashOuts(running).filter { $0.state.name == .awaitingApproval }
        guard !waiting.isEmpty else { return await confirmAll(running) }
        let (cashOut, word) = nature.roll { ($0.pick(waiting), $0.number(0...5)) }
        let commands = running.engine.commands
        switch word {
        case 0:
            nature.note("reject \(cashOut.id.prefix(8))")
            _ = try await commands.reject(cashOut.id, comment: nil, by: "bob")
        case 1:
            nature.note("approve \(cashOut.id.prefix(8)) by another plan")
            _ = try await commands.approve(cashOut.id, plan: "0123456789abcdef", by: "bob")
            nature.breaks("\(cashOut.id) was approved by a plan that is not its own")
        case 2:
            nature.note("two approve \(cashOut.id.prefix(8))")
            async let one: Void = Simulation.approve(cashOut, commands)
            async let other: Void = Simulation.approve(cashOut, commands)
            _ = await (one, other)
        default:
            nature.note("approve \(cashOut.id.prefix(8))")
            _ = try await commands.approve(cashOut.id, plan: cashOut.planID, by: "alice")
        }
    }

    private static func approve(_ cashOut: CashOut, _ commands: Commands) async {
        // One of the two is too late.
        _ = try? await commands.approve(cashOut.id, plan: cashOut.planID, by: "alice")  // or both
    }

    /// Says what is true, where the provider cannot say otherwise.
    private func resolve(_ running: RunningEngine) async throws(EngineError) {
        guard let cashOut = await someCashOut(running) else { return }
        nature.note("resolve \(cashOut.id.prefix(8))")
        let report = try await running.engine.commands.evidence(on: cashOut.id)
        await running.settle()
        guard let outcome = outcome(of: cashOut) else { return }
        var statement = ResolutionStatement(evidence: report.evidence.id)
        if nature.roll({ $0.oneIn(2) }) { statement.confidence = .unverified }
        _ = try await running.engine.commands.resolve(
            cashOut.id, as: outcome, statement, by: "alice")
    }

    /// As it is in the books of the provider; `nil`: that is open still.
    func outcome(of cashOut: CashOut) -> Resolution.Outcome? {
        let payout = nature.state.withLock { $0.payouts[cashOut.id] }
        guard payout?.actsAt == nil else { return nil }
        return (payout?.moves ?? 0) > 0 && payout?.isReturned == false ? .settled : .rejected
    }

    private func new(_ running: RunningEngine) async throws(EngineError) {
        let (rule, isRule, account, amount) = nature.roll { [blueprint] dice in
            (dice.pick(blueprint.rules), dice.oneIn(2), dice.pick(blueprint.accounts), dice.number(1...6) * 10_000)
        }
        let parts = account.split(separator: "/").map(String.init)
        let holding = HoldingID(source: parts[0], account: parts[1], asset: "KRW")
        nature.note("a person wants \(isRule ? rule.name : "\(amount) of \(account)")")
        var demand = CashOutDemand(
            isRule ? .rule(rule.name) : .legs([(holding, "\(amount)")], to: rule.destination))
        if nature.roll({ $0.oneIn(3) }) { demand.key = ("key-\(amount)", "\(account) \(isRule)") }
        _ = try await running.engine.commands.newCashOut(demand, by: "carol")
    }

    /// Whether nothing of it is gone, and what is shown of its holdings is what they have: a person looks before releasing.
    private func isHome(_ cashOut: CashOut) -> Bool {
        let taken = nature.state.withLock { $0.payouts[cashOut.id]?.taken ?? 0 }
        return taken == 0 && cashOut.plan.legs.allSatisfy { blueprint.lags[$0.holding.source] == nil }
    }

    private func someCashOut(_ running: RunningEngine) async -> CashOut? {
        let all = await cashOuts(running)
        return all.isEmpty ? nil : nature.roll { $0.pick(all) }
    }

    func cashOuts(_ running: RunningEngine) async -> [CashOut] {
        let found = try? await running.readers.questions.read { transaction throws(StoreError) in
            try transaction.cashOuts(limit: 1000).map(\.cashOut)
        }  // nothing is found in a database that cannot be read
        return found ?? []
    }
}
