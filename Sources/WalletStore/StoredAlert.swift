package import WalletCore

/// The state of one rule on one subject, with the instant at which time alone may change it.
package struct StoredAlert: Equatable, Sendable {
    package let key: AlertKey
    package var state: AlertState
    /// When it is to be evaluated again if no reading comes; `nil`: not before one does.
    package var due: Timestamp?

    package init(key: AlertKey, state: AlertState, due: Timestamp?) {
        self.key = key
        self.state = state
        self.due = due
    }
}
