import WalletCore
import WalletStore

extension Commands {
    /// Takes note of a firing alert until it resolves: it is not repeated. `id` may be cut to an unambiguous prefix.
    package func acknowledge(_ id: String, by person: String) async throws(EngineError) -> AlertReport {
        guard !id.isEmpty else { throw .unknownAlert(id) }
        let outcome = try await commit { [inForce] transaction, look throws(StoreError) in
            let found = try transaction.alerts(idPrefix: id, limit: 2)
            guard found.count <= 1 else { return Acknowledgement.ambiguous }
            guard var alert = found.first, let state = alert.state.acknowledged(by: person) else { return .unknown }
            alert.state = state
            try transaction.save(alert)
            let report = try inForce.current.report(of: alert, at: look, in: transaction)
            return report.map(Acknowledgement.done) ?? .unknown
        }
        switch outcome {
        case .done(let report):
            alertsMoved.raise()
            return report
        case .unknown: throw .unknownAlert(id)
        case .ambiguous:
            throw EngineError(
                .conflict, "several firing alerts have ids that begin with \(SafeText.excerpt(id))",
                hint: "give more of the id")
        }
    }

    private enum Acknowledgement: Sendable {
        case done(AlertReport)
        case unknown
        case ambiguous
    }
}
