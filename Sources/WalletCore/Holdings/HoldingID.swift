/// Names one holding: the unit that has a balance and a history.
package struct HoldingID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let source: String
    /// 1 to 128 bytes of UTF-8 without control characters and `/`.
    package let account: String
    package let asset: String

    package init(source: String, account: String, asset: String) {
        self.source = source
        self.account = account
        self.asset = asset
    }

    /// As a person writes it: `SOURCE/ACCOUNT/ASSET`.
    package var description: String { "\(source)/\(account)/\(asset)" }

    package static func < (left: HoldingID, right: HoldingID) -> Bool {
        (left.source, left.account, left.asset) < (right.source, right.account, right.asset)
    }
}

extension HoldingID {
    /// Reads what ``description`` writes; `nil` where the text has not three parts.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, !parts.contains("") else { return nil }
        self.init(source: parts[0], account: parts[1], asset: parts[2])
    }
}
