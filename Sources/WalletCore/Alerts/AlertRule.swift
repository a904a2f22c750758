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
    /// Smaller holdings are left out, and those of another asset, which cannot be compared.
    package var atLeast: Amount?

    package init(name: String, selection: Selection = Selection(), condition: AlertCondition) {
        self.name = name
        self.selection = selection
        self.condition = condition
        self.sustained = .zero
        self.severity = .warning
    }
}
