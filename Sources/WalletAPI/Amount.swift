/// An exact number of an asset, as JSON carries it: two strings, never a JSON number.
package struct Amount: Codable, Sendable, Equatable {
    /// `-?digits[.digits]`, in answers with exactly the asset's scale digits.
    package var amount: String
    package var asset: String

    package init(amount: String, asset: String) {
        self.amount = amount
        self.asset = asset
    }
}

extension Amount: RequestBody {
    package static let fields = ["amount", "asset"]
}
