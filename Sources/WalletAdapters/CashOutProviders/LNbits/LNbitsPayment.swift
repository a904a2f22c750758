import JSON
import WalletCore

/// A payment as LNbits keeps it.
struct LNbitsPayment: Equatable {
    let paymentHash: String
    let invoice: String
    /// In millisatoshi; below zero for one that goes out.
    let amount: Int
    let fee: Int
    let status: Status
    /// What proves that it was paid.
    let preimage: String?

    enum Status: String, CaseIterable {
        case pending
        case success
        case failed
    }

    init(_ document: JSONNode) throws(JSONShapeError) {
        var members = try document.object()
        paymentHash = try members.string("payment_hash")
        invoice = try members.string("bolt11").lowercased()
        amount = try members.integer("amount")
        fee = try members.integer("fee")
        let status = try members.member("status")
        guard let known = Status(rawValue: try status.string()) else {
            throw status.refusal(because: "known are \(Status.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.status = known
        preimage = try Self.preimage(&members)
    }

    private static func preimage(_ members: inout JSONObjectReader) throws(JSONShapeError) -> String? {
        // Null before it is known.
        guard let node = try? members.member("preimage"), node.value != .null else { return nil }  // it may be missing
        let text = try node.string()
        return text.allSatisfy { $0 == "0" } ? nil : text
    }
}
