import WalletAPI
import WalletCore
import WalletEngine

extension Status {
    init(_ report: StatusReport) {
        self.init(
            version: report.version, started: "\(report.started)",
            config: ConfigFile(path: report.configurationPath, sha256: report.configurationSHA256),
            schema: report.schema, state: OverallState(report.condition))
        sources = Dictionary(uniqueKeysWithValues: report.sources.map { ($0.key.rawValue, $0.value) })
        alerts = ["firing": report.alertsFiring, "pending": report.alertsPending]
        cashouts = Dictionary(uniqueKeysWithValues: report.cashOuts.map { ($0.key.rawValue, $0.value) })
        paused = report.isPaused
        stops = report.stops.isEmpty ? nil : report.stops.map { Reason($0) }
        rateFailures = report.rateFailures.isEmpty ? nil : report.rateFailures.mapValues { Source.Failure($0) }
        nextPoll = report.nextPoll?.description
    }
}

extension OverallState {
    fileprivate init(_ condition: Condition) {
        self =
            switch condition {
            case .ok: .ok
            case .alertFiring: .alertFiring
            case .sourceFailing: .sourceFailing
            case .cashoutWaiting: .cashoutWaiting
            case .degraded: .degraded
            }
    }
}
