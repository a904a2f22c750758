import WalletAPI

extension Amount {
    /// As a person writes it: `12.50 USD`.
    var text: String { "\(amount) \(asset)" }
}
