import JSON
import WalletCore

/// Somebody's Lightning address, asked for its terms and for invoices (LUD-06).
struct PayService {
    let destination: String
    let account: ResolvedAccount
    let transport: HTTPTransport
    let timeout: Duration

    func terms() async throws(PortFailure) -> PayRequest {
        let service = try LightningAddress(account.text).service
        let document = try await ask(service)
        do {
            return try PayRequest(JSONNode(document), from: service)
        } catch {
            throw PortFailure(.malformed, "the server of \(destination): \(error)")
        }
    }

    /// A new invoice. Nothing of it is checked yet but its form.
    func invoice(_ millisatoshi: Int64, on terms: PayRequest) async throws(PortFailure) -> LightningInvoice {
        let address: HTTPAddress
        do {
            address = try terms.invoiceAddress(millisatoshi: millisatoshi)
        } catch {
            throw PortFailure(.malformed, "the server of \(destination): callback: \(error)")
        }
        let document = try await ask(address)
        let text: String
        do {
            var members = try JSONNode(document).object()
            text = try members.string("pr")
        } catch {
            throw PortFailure(.malformed, "the server of \(destination): \(error)")
        }
        do {
            return try LightningInvoice(text)
        } catch {
            throw PortFailure(.malformed, "the invoice of \(destination): \(error)")
        }
    }

    /// Errors come with status 200 and `"status":"ERROR"` too (LUD-01).
    private func ask(_ address: HTTPAddress) async throws(PortFailure) -> JSONValue {
        let server = "the server of \(destination)"
        let body: [UInt8]
        do {
            body = try await transport.answer(to: HTTPRequest(address, timeout: timeout)).success()
        } catch {
            // Its host is a part of the account.
            throw error.saying(error.message.replacing(address.shown, with: server))
        }
        let document: JSONValue
        do {
            document = try JSONValue.parse(body)
        } catch {
            throw PortFailure(.malformed, "\(server) did not answer in JSON: \(error)")
        }
        if case .object(let members) = document, case .string("ERROR")? = members["status"] {
            throw PortFailure(.failed, "\(server) refuses: \(reason(members))")
        }
        return document
    }

    private func reason(_ members: JSONObject) -> String {
        guard case .string(let reason)? = members["reason"] else { return "it says not why" }
        return SafeText.message(bytes: Redaction(of: [account.secret]).apply(to: reason.utf8))
    }
}
