package import WalletCore

/// What a server answered.
package struct HTTPAnswer: Sendable {
    package var status: Int
    /// What the server asked us to wait.
    package var retryAfter: Duration?
    /// Where a redirect that was not followed leads.
    package var location: String?
    /// Empty but for a success, unless the request asks for all bodies; that of a failure also where it is too large.
    package var body: [UInt8]
    /// The server, as messages name it.
    package var server: String

    /// The body of a success; any other status is classified.
    ///
    /// 401 and 403 are the only ones that only a person can repair. 404 and its neighbours are tried again: servers
    /// answer so for a minute while they are being updated, and a poll that fails harms nobody.
    package func success() throws(PortFailure) -> [UInt8] {
        switch status {
        case 200...299: return body
        case 401, 403:
            throw PortFailure(.refusedCredential, "\(server) refused the credential (\(status))")
        case 429:
            throw PortFailure(.rateLimited, "\(server) asks for fewer requests (\(status))", retryAfter: retryAfter)
        case 400...499:
            throw PortFailure(
                .failed, "\(server) does not take the request (\(status)); are url and method right?",
                retryAfter: retryAfter)
        case 500...599:
            throw PortFailure(.failed, "\(server) has a fault of its own (\(status))", retryAfter: retryAfter)
        default:
            throw PortFailure(.malformed, "\(server) answered with the unexpected status \(status)")
        }
    }
}
