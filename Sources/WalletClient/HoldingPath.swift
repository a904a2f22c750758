package import WalletAPI

/// Names one holding.
package struct HoldingPath: Sendable, Equatable {
    package let source: String
    package let account: String
    package let asset: String

    package init(source: String, account: String, asset: String) {
        self.source = source
        self.account = account
        self.asset = asset
    }

    package init(_ holding: Holding) {
        self.init(source: holding.source, account: holding.account, asset: holding.asset)
    }

    /// As a person writes it: `SOURCE/ACCOUNT/ASSET`.
    package var text: String { "\(source)/\(account)/\(asset)" }
}
