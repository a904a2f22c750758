import WalletAPI
import WalletCore
import WalletEngine

extension Source {
    init(_ report: SourceReport) {
        self.init(name: report.settings.name, adapter: report.settings.adapter, state: report.state.rawValue)
        lastSuccess = report.health.lastSuccess?.description
        lastFailure = report.health.lastFailure.map(Failure.init)
        consecutiveFailures = report.health.consecutiveFailures
        nextPoll = report.nextPoll?.description
        guard let quota = report.settings.quota, let left = report.quotaLeft else { return }
        self.quota = QuotaLeft(limit: quota.limit, window: quota.window.text, left: left)
    }
}

extension Source.Failure {
    init(_ failure: SourceHealth.Failure) {
        self.init(at: "\(failure.at)", reason: failure.reason.rawValue, message: failure.message)
    }
}
