import WalletCore
import WalletStore

/// Evaluates rules inside a transaction: reads the kept states, decides, keeps the new ones, stores the events.
struct AlertEvaluation {
    let configuration: ActiveConfiguration
    let moment: Moment
    let newID: @Sendable () -> String

    /// All rules on these subjects of one source.
    func run(on subjects: [SubjectFacts], source: String, in transaction: WriteTransaction) throws(StoreError) {
        let rules = configuration.rules(onSource: source)
        guard !rules.isEmpty, !subjects.isEmpty else { return }
        let kept = Dictionary(uniqueKeysWithValues: try transaction.alerts(onSource: source).map { ($0.key, $0) })
        let round = AlertRound(rules: rules, moment: moment)
        for step in round.evaluate(subjects, states: kept.mapValues(\.state), newID: newID) {
            try keep(step, kept: kept[step.key], in: transaction)
        }
    }

    private func keep(
        _ step: AlertStep, kept: StoredAlert?, in transaction: WriteTransaction
    ) throws(StoreError) {
        if isWorthWriting(step, kept: kept) {
            try transaction.save(StoredAlert(key: step.key, state: step.outcome.state, due: step.outcome.due))
        }
        if let event = step.event { _ = try transaction.append([event]) }
    }

    /// A due instant that only moves further away is not written at every reading: the timer looks again at the old
    /// one.
    private func isWorthWriting(_ step: AlertStep, kept: StoredAlert?) -> Bool {
        guard let kept else { return step.outcome.state != .inactive || step.outcome.due != nil }
        guard kept.state == step.outcome.state else { return true }
        guard let before = kept.due, let after = step.outcome.due else { return kept.due != step.outcome.due }
        return after < before || before <= moment.now
    }
}
