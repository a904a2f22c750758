/// How one run of a request ended.
package enum SendOutcome: Equatable, Sendable {
    case replied(ProviderReply)
    /// The party itself says that this run sent nothing; `message` is what it said beside that.
    case notSent(Refusal, message: String? = nil)
    /// No connection was made.
    case notConnected
    /// Anything else: a time-out, a broken connection, a signal, an answer that makes no sense.
    case unclear(String)

    package enum Refusal: Equatable, Sendable {
        /// It may go later.
        case temporary(retryAfter: Duration?)
        case refusedCredential
        case misconfigured
    }
}
