import WalletCore

/// Why a list of rates cannot be used.
package struct RatesFlaw: Error, Equatable, CustomStringConvertible {
    /// As it was written.
    package let pair: String
    package let reason: String

    package init(pair: String, _ reason: String) {
        self.pair = pair
        self.reason = reason
    }

    package var description: String { "\"\(SafeText.excerpt(pair))\": \(reason)" }
}
