package import WalletCore

/// The worst that holds now; later cases are worse.
package enum Condition: String, Sendable, CaseIterable {
    case ok
    case alertFiring = "alert-firing"
    case sourceFailing = "source-failing"
    case cashoutWaiting = "cashout-waiting"
    case degraded
}

/// The answer to `status`.
package struct StatusReport: Sendable {
    package var version: String
    package var started: Timestamp
    package var configurationPath: String
    package var configurationSHA256: String
    package var schema: Int
    package var condition: Condition
    /// Whether an operator has stopped cash-outs.
    package var isPaused: Bool
    package var sources: [SourceState: Int]
    package var alertsFiring: Int
    package var alertsPending: Int
    /// How many are in each state in which something may still be to do.
    package var cashOuts: [CashOut.State.Name: Int]
    /// All that keeps cash-outs from being sent.
    package var stops: [CashOutReason]
    /// Why sources of exchange rates could not be read when they were last asked, by name.
    package var rateFailures: [String: SourceHealth.Failure]
    package var nextPoll: Timestamp?
}

/// One source, as `sources` shows it.
package struct SourceReport: Sendable {
    package var settings: SourceSettings
    package var health: SourceHealth
    package var state: SourceState
    package var nextPoll: Timestamp?
    /// Polls that the quota still allows now; `nil` without quota.
    package var quotaLeft: Int?
}

/// One holding with what depends on now and on the configuration.
package struct HoldingReport: Sendable {
    package var holding: Holding
    package var freshness: Freshness
    package var withdrawal: Withdrawal
    /// What the configuration calls the asset.
    package var assetName: String?
}

/// One rule's state on one subject, as `alerts` shows it.
package struct AlertReport: Sendable {
    package var rule: AlertRule
    package var subject: AlertSubject
    package var state: AlertState
    /// One sentence on what is the case.
    package var message: String?
    /// The balance now; absent for a source as a whole.
    package var value: Amount?
    package var limit: Amount?
    /// When it last ended, of one that is listed because it did.
    package var resolvedAt: Timestamp?
    /// Whether the data is stale or unknown, so that the state stands still.
    package var isFrozen = false
}

/// A part of a list, and where the rest begins.
package struct ReportPage<Item: Sendable>: Sendable {
    package var items: [Item]
    /// Hand it in as `after` for what follows; `nil` at the end.
    package var next: String?

    package init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}

/// Which part of a list is wanted.
package struct PageRequest: Sendable {
    package static let limitMax = 1000
    package static let limitDefault = 100

    package var limit: Int
    package var after: String?

    package init(limit: Int = PageRequest.limitDefault, after: String? = nil) {
        self.limit = limit
        self.after = after
    }

    /// The part of a list in name order that this asks for.
    func part<Item>(of list: [Item], name: (Item) -> String) -> ReportPage<Item> {
        let rest = after.map { after in list.drop { name($0) <= after } } ?? list[...]
        let shown = rest.prefix(limit)
        return ReportPage(items: Array(shown), next: rest.count > shown.count ? shown.last.map(name) : nil)
    }
}
