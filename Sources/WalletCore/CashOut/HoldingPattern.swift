/// Holdings by name, as `source` or `source/account` in `from`.
package struct HoldingPattern: Hashable, Sendable {
    package let source: Glob
    /// `nil`: every account of the source.
    package let account: Glob?

    package init(source: Glob, account: Glob? = nil) {
        self.source = source
        self.account = account
    }

    package func matches(_ holding: HoldingID) -> Bool {
        source.matches(holding.source) && account?.matches(holding.account) ?? true
    }
}
