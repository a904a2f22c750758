import JSON
import WalletCore

/// An answer of LNbits, and what its statuses mean there.
struct LNbitsAnswer: Sendable {
    let status: Int
    private let answer: HTTPAnswer
    private let redaction: Redaction

    var server: String { answer.server }

    init(_ answer: HTTPAnswer, redaction: Redaction) {
        status = answer.status
        self.answer = answer
        self.redaction = redaction
    }

    /// The document of a success; any other status is classified.
    func document() throws(PortFailure) -> JSONValue {
        switch status {
        case 200...299: return try json()
        case 300...399: throw redirected()
        case 401, 403: throw PortFailure(.refusedCredential, "\(server) refused the key (\(status))\(words)")
        // The server's own 404 speaks of the wallet; that of another program, or of a path that is not there, does not.
        case 404 where detail == nil && !answer.body.isEmpty || detail == "Not Found":
            throw PortFailure(.failed, "\(server) does not know LNbits' API (404); is url right?")
        case 404: throw PortFailure(.refusedCredential, "\(server) knows no wallet with this key (404)\(words)")
        case 520: throw PortFailure(.failed, "\(server) refused the request (520)\(words)")
        default:  // what every web server may answer
            _ = try answer.success()
            throw PortFailure(.malformed, "\(server) answered with the unexpected status \(status)")
        }
    }

    /// What the server says in words, for a message: `: Insufficient balance.`, or nothing.
    var words: String { detail.map { ": \($0)" } ?? "" }

    /// The document, whatever the status says.
    func json() throws(PortFailure) -> JSONValue {
        do {
            return try JSONValue.parse(answer.body)
        } catch {
            throw PortFailure(.malformed, "the answer of \(server) is not JSON: \(error); is that an LNbits?")
        }
    }

    private var detail: String? {
        guard case .object(let document)? = try? JSONValue.parse(answer.body),  // what is no JSON has no detail
            case .string(let detail)? = document["detail"]
        else { return nil }
        return SafeText.message(bytes: redaction.apply(to: detail.utf8))
    }

    /// Until it is set up, LNbits sends every request to the page that does it.
    private func redirected() -> PortFailure {
        guard answer.location?.hasSuffix("/first_install") == true else {
            return PortFailure(
                status == 301 || status == 308 ? .misconfigured : .failed,
                "\(server) redirected (\(status)) to where the request was not sent to; url names the place of LNbits itself"
            )
        }
        return PortFailure(.misconfigured, "LNbits at \(server) is not set up yet; open it in a browser first")
    }
}
