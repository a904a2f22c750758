import WalletAPI

/// The daemon as a list of facts.
struct StatusView {
    private let status: Status

    init(_ status: Status) {
        self.status = status
    }

    func lines(on traits: TerminalTraits) -> [String] {
        FactList(facts).lines(on: traits) + ReasonsView.lines(status.stops ?? [], on: traits)
    }

    private var facts: [FactList.Fact] {
        [
            .init("state", Cell(status.state.rawValue, status.state.tone)),
            .init("paused", Cell(status.paused ? "yes" : "no", status.paused ? .warning : .plain)),
            .init("sources", Cell(Self.text(status.sources))),
            .init("alerts", Cell(Self.text(status.alerts))),
            .init("cash-outs", Cell(Self.text(status.cashouts))),
        ] + rateFailures + [
            .init("next poll", .time(status.nextPoll)),
            .init("version", Cell(status.version)),
            .init("started", .time(status.started)),
            .init("configuration", Cell(status.config.path)),
            .init("sha256", Cell(status.config.sha256)),
            .init("schema", Cell("\(status.schema)")),
        ]
    }

    private var rateFailures: [FactList.Fact] {
        (status.rateFailures ?? [:]).sorted { $0.key < $1.key }.map { name, failure in
            .init("rates", Cell("\(name): \(failure.reason): \(failure.message)", .bad))
        }
    }

    /// `1 failing, 3 ok`
    private static func text(_ counts: [String: Int]) -> String {
        let texts = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return texts.isEmpty ? "none" : texts.joined(separator: ", ")
    }
}

extension OverallState {
    fileprivate var tone: Tone {
        switch self {
        case .ok: .good
        case .alertFiring, .cashoutWaiting: .warning
        case .sourceFailing, .degraded: .bad
        }
    }
}
