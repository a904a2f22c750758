import JSON
import WalletCore

extension LNbitsServer {
    /// What the server keeps back of a payment for fees, in millisatoshi: no more is ever taken.
    func reserve(for invoice: LightningInvoice) async throws(PortFailure) -> Int64 {
        let answer = try await get("/api/v1/payments/fee-reserve?invoice=\(invoice.text)")
        let document = try answer.document()
        do {
            var members = try JSONNode(document).object()
            let reserve = try members.member("fee_reserve")
            guard try reserve.integer() >= 0 else { throw reserve.refusal(because: "is below zero") }
            return Int64(try reserve.integer())
        } catch {
            throw PortFailure(.malformed, "the answer of \(answer.server): \(error)")
        }
    }

    /// Whom an invoice pays, by its signature.
    func payee(of invoice: LightningInvoice) async throws(PortFailure) -> String {
        let request: JSONValue = ["data": .string(invoice.text)]
        let answer = try await post("/api/v1/payments/decode", request.serialized())
        let document = try answer.document()
        do {
            var members = try JSONNode(document).object()
            let hash = try members.member("payment_hash")
            guard try hash.string() == Hexadecimal.text(invoice.paymentHash) else {
                throw hash.refusal(because: "is that of another invoice")
            }
            return try members.string("payee").lowercased()
        } catch {
            throw PortFailure(.malformed, "the answer of \(answer.server): \(error)")
        }
    }
}
