import NIOHTTP1
import WalletCore

/// `Retry-After` (RFC 9110 §10.2.3): seconds, or the time from which on a request is welcome.
enum RetryAfter {
    /// What asks for more is a mistake or a refusal; the poller looks again after that.
    static let longest = Duration.seconds(30 * 86_400)

    /// A time counts from the server's own clock where it shows it. Nothing, where the header cannot be read.
    static func read(_ headers: HTTPHeaders, now: Timestamp) -> Duration? {
        guard let text = headers.first(name: "retry-after") else { return nil }
        if let wait = seconds(text) { return wait }
        guard let time = HTTPDate.parse(text) else { return nil }
        let reference = headers.first(name: "date").flatMap(HTTPDate.parse) ?? now
        return min(max(time - reference, .zero), longest)
    }

    /// Reads a whole number of seconds, saturating.
    static func seconds(_ text: some StringProtocol) -> Duration? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return Int64(text).map { min(.seconds($0), longest) } ?? longest
    }
}
