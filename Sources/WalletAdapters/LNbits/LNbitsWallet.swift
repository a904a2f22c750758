import JSON
import WalletCore

/// What an LNbits server says of the wallet that a key belongs to.
struct LNbitsWallet: Equatable {
    /// Only the admin key is told.
    let id: String?
    /// Digits as they came, in millisatoshi.
    let balance: String

    init(_ document: JSONNode) throws(JSONShapeError) {
        var members = try document.object()
        id = try members.optionalString("id")
        balance = try members.member("balance").stringOrNumber()
    }

    /// The balance in an asset whose thousandth part is the millisatoshi.
    func amount(of satoshi: Asset) throws(PortFailure) -> Amount {
        do {
            return try Amount.parse(digits: balance, shift: Millisatoshi.digits, of: satoshi)
        } catch {
            throw PortFailure(.malformed, "balance: \(error)")
        }
    }
}
