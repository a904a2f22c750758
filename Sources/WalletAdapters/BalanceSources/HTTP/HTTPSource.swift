import JSON
import NIOSSL
import WalletCore

/// Reads balances from a JSON API.
struct HTTPSource: BalanceSource {
    let definition: HTTPSourceDefinition
    let timeout: Duration
    let assets: AssetTable
    let credentials: Credentials
    let transport: HTTPTransport

    func read() async throws(PortFailure) -> Reading {
        let answer = try await transport.answer(to: request())
        let body = try answer.success()
        let document: JSONValue
        do {
            document = try JSONValue.parse(body)
        } catch {
            throw PortFailure(.malformed, "the answer of \(answer.server) is not JSON: \(error)")
        }
        do {
            let balances = try HTTPItems(definition, assets: assets).parts(in: document).balances()
            return Reading(balances: balances, completeness: definition.complete ? .complete : .partial)
        } catch {
            throw error.saying("the answer of \(answer.server): \(error.message)")
        }
    }

    private func request() throws(PortFailure) -> HTTPRequest {
        var request: HTTPRequest
        do {
            request = HTTPRequest(try HTTPAddress(definition.url), timeout: timeout)
        } catch {
            throw PortFailure(.misconfigured, "\(error)")
        }
        request.method =
            switch definition.method {
            case .get: .get
            case .post: .post
            }
        request.body = definition.body.map { Array($0.utf8) }
        for header in definition.headers {
            if let reason = header.refusal { throw PortFailure(.misconfigured, reason) }
            request.headers.append(HTTPRequest.Header(header.name, try value(of: header)))
        }
        request.authorities = try definition.caFile.map(Authorities.read) ?? []
        return request
    }

    private func value(of header: HTTPSourceDefinition.Header) throws(PortFailure) -> String {
        switch header.value {
        case .text(let text): return text
        case .secret(let reference, let prefix):
            guard let text = try credentials.secret(reference).headerText else {
                throw PortFailure(.misconfigured, "\(reference) holds bytes that no header can carry")
            }
            return prefix + text
        }
    }
}
