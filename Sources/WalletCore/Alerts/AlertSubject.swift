/// What a rule watches: a holding, or a source as a whole (`stale_for`).
package struct AlertSubject: Hashable, Sendable, Comparable {
    package let source: String
    /// Empty for a source as a whole.
    package let account: String
    package let asset: String

    package init(_ holding: HoldingID) {
        source = holding.source
        account = holding.account
        asset = holding.asset
    }

    package init(source: String) {
        self.source = source
        account = ""
        asset = ""
    }

    /// `nil` for a source as a whole.
    package var holding: HoldingID? {
        account.isEmpty ? nil : HoldingID(source: source, account: account, asset: asset)
    }

    package static func < (left: AlertSubject, right: AlertSubject) -> Bool {
        (left.source, left.account, left.asset) < (right.source, right.account, right.asset)
    }
}
