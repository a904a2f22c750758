import AsyncHTTPClient
import NIOHTTP1
import WalletCore

/// A redirect that may be followed: one that stays with the same scheme, host and port, so that a credential goes to
/// nobody else.
struct HTTPRedirect {
    private let target: HTTPAddress
    private let status: Int

    /// `nil` where the response is no redirect.
    init?(_ response: HTTPClientResponse, to address: HTTPAddress) throws(PortFailure) {
        let status = Int(response.status.code)
        guard [301, 302, 303, 307, 308].contains(status) else { return nil }
        guard let location = response.headers.first(name: "location") else {
            throw PortFailure(.malformed, "\(address.shown) redirected to nowhere (\(status))")
        }
        do throws(HTTPAddressError) {
            target = try address.resolve(location)
        } catch {
            throw PortFailure(
                .failed, "\(address.shown) redirected (\(status)) to a place that is not followed: \(error)")
        }
        guard target.origin == address.origin else {
            // A permanent move is for the configuration to follow; else it may be a page for the time of some work.
            throw PortFailure(
                status == 301 || status == 308 ? .misconfigured : .failed,
                "\(address.shown) redirected (\(status)) to \(target.shown), where the request was not sent to; "
                    + "if that is right, name it in url")
        }
        self.status = status
    }

    /// RFC 9110 §15.4: 307 and 308 keep method and body; after the others a POST would become a GET, which asks for
    /// something else.
    func apply(to request: inout HTTPRequest) throws(PortFailure) {
        guard request.method == .get || status == 307 || status == 308 else {
            throw PortFailure(.failed, "\(request.address.shown) answered a POST with a redirect (\(status))")
        }
        request.address = target
    }
}
