import WalletCore
import WalletStore

extension WriteTransaction {
    /// The earliest instant, from now on, at which the quota allows a poll.
    func allowedPoll(of source: String, quota: Quota) throws(StoreError) -> Timestamp {
        switch try allowance(of: source, quota: quota, now: now) {
        case .allowed: now
        case .exhausted(let until): until
        }
    }
}

extension StoreTransaction {
    /// How many polls of a source its quota allows at `now`.
    func allowance(of source: String, quota: Quota, now: Timestamp) throws(StoreError) -> Quota.Allowance {
        let polls = try polls(of: source, since: now - quota.window, limit: quota.limit)
        return quota.allowance(past: polls, now: now)
    }
}
