/// The body of recording a balance by hand.
package struct RecordRequest: RequestBody {
    /// The whole balance, of the asset that the path names.
    package var amount: Amount
    /// The day after which it is worth nothing.
    package var expires: String?

    package init(amount: Amount, expires: String? = nil) {
        self.amount = amount
        self.expires = expires
    }

    package static let fields = ["amount", "expires"]

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        amount = try fields.decode(ClosedBody<Amount>.self, forKey: .amount).body
        expires = try fields.decodeIfPresent(String.self, forKey: .expires)
    }

    private enum CodingKeys: String, CodingKey {
        case amount, expires
    }
}
