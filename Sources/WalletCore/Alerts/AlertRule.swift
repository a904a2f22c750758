/// One `[alerts.NAME]`: a condition, what it watches, and how it speaks.
package struct AlertRule: Equatable, Sendable {
    package var name: String
    package var selection: Selection
    package var condition: AlertCondition
    /// Resolved only at or beyond this; of the asset of the condition.
    package var clearAt: Amount?
    /// How long the condition must hold, in observed time; zero fires at once.
    package var sustained: Duration
    package var severity: Severity
    /// `nil`: never repeated.
    package var renotify: Duration?
    /// Smaller holdings are left out.
    package var atLeast: Amount?

    package init(name: String, selection: Selection = Selection(), condition: AlertCondition) {
        self.name = name
        self.selection = selection
        self.condition = condition
        self.sustained = .zero
        self.severity = .warning
    }
}

/// What makes an alert hold.
package enum AlertCondition: Equatable, Sendable {
    case below(Amount)
    case atOrBelow(Amount)
    case above(Amount)
    case atOrAbove(Amount)
    /// The balance is not zero and has not changed for this long.
    case idleFor(Duration)
    /// No successful reading of the source for this long.
    case staleFor(Duration)
}

/// Which holdings a rule is about. An empty list selects everything.
package struct Selection: Equatable, Sendable {
    package var sources: [Glob]
    package var accounts: [Glob]
    package var kinds: [BalanceKind]
    package var assets: [String]

    package init(sources: [Glob] = [], accounts: [Glob] = [], kinds: [BalanceKind] = [], assets: [String] = []) {
        self.sources = sources
        self.accounts = accounts
        self.kinds = kinds
        self.assets = assets
    }
}
