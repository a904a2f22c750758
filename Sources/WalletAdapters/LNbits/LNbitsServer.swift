import JSON
import NIOSSL
import WalletCore

/// One wallet on an LNbits server, by the server's REST API.
///
/// No redirect is followed: every path of the API has its one place, and a payment must not go anywhere else.
struct LNbitsServer: Sendable {
    let definition: LNbitsDefinition
    let timeout: Duration
    let credentials: Credentials
    let transport: HTTPTransport

    /// Which wallet the key belongs to, and what is in it.
    func wallet() async throws(PortFailure) -> LNbitsWallet {
        let answer = try await get("/api/v1/wallet")
        let document = try answer.document()
        do {
            return try LNbitsWallet(JSONNode(document))
        } catch {
            throw PortFailure(.malformed, "the answer of \(answer.server): \(error)")
        }
    }

    func get(_ path: String) async throws(PortFailure) -> LNbitsAnswer { try await ask(path, .get, nil) }

    func post(_ path: String, _ body: [UInt8]) async throws(PortFailure) -> LNbitsAnswer {
        try await ask(path, .post, body)
    }

    private func ask(
        _ path: String, _ method: HTTPRequest.Method, _ body: [UInt8]?
    ) async throws(PortFailure) -> LNbitsAnswer {
        let key = try credentials.secret(definition.key)
        guard let text = key.headerText else {
            throw PortFailure(.misconfigured, "\(definition.key) holds bytes that no header can carry")
        }
        var request = HTTPRequest(try address(of: path), timeout: timeout)
        request.method = method
        request.headers = [HTTPRequest.Header("X-Api-Key", text)]
        request.body = body
        request.authorities = try definition.caFile.map(Authorities.read) ?? []
        request.redirects = .none
        request.bodies = .all
        return LNbitsAnswer(try await transport.answer(to: request), redaction: Redaction(of: [key]))
    }

    private func address(of path: String) throws(PortFailure) -> HTTPAddress {
        do {
            return try HTTPAddress(
                definition.url.hasSuffix("/") ? "\(definition.url.dropLast())\(path)" : definition.url + path)
        } catch {
            throw PortFailure(.misconfigured, "\(error)")
        }
    }
}
