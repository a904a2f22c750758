import JSON
import WalletCore

/// The payment request of a cash-out, as it is stored and as it goes out: it holds no credential.
struct LNbitsPayout: Equatable {
    let invoice: LightningInvoice
    /// Our reference.
    let key: String
    /// Which wallet pays. A key that was swapped for that of another wallet would find nothing and could pay again.
    let wallet: String
    /// What the server keeps back for the fee, in millisatoshi.
    let reserve: Int64

    init(invoice: LightningInvoice, key: String, wallet: String, reserve: Int64) {
        self.invoice = invoice
        self.key = key
        self.wallet = wallet
        self.reserve = reserve
    }

    var text: String {
        let document: JSONValue = [
            "out": true, "bolt11": .string(invoice.text), "external_id": .string(key),
            "extra": ["walletd": ["wallet": .string(wallet), "reserve": .integer(reserve)]],
        ]
        return document.text
    }

    init(text: String) throws(PortFailure) {
        do {
            var members = try JSONNode(JSONValue.parse(text.utf8)).object()
            invoice = try LightningInvoice(try members.string("bolt11"))
            key = try members.string("external_id")
            var extra = try members.object("extra")
            var own = try extra.object("walletd")
            wallet = try own.string("wallet")
            reserve = Int64(try own.integer("reserve"))
        } catch {
            throw PortFailure(.failed, "the stored request is damaged: \(error)")
        }
    }
}
