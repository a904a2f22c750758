/// What kind of refusal a ``Problem`` is.
package enum ProblemCode: String, Sendable, CaseIterable {
    /// The request cannot be understood: a wrong value, an unknown field or parameter, no JSON.
    case badRequest = "bad-request"
    /// The request came from a web page.
    case fromBrowser = "from-browser"
    case notPermitted = "not-permitted"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    /// The request does not fit what it is about, e.g. recording a balance of a polled source.
    case conflict
    /// What is approved, confirmed or resolved is not what the caller saw; the refusal says what differs.
    case changed
    /// Checks stand against it: the refusal lists them all.
    case held
    /// Another request used the same `Idempotency-Key`.
    case keyReused = "key-reused"
    case bodyTooLarge = "body-too-large"
    case quotaSpent = "quota-spent"
    /// The new configuration has faults; the old one stays in force.
    case configRejected = "config-rejected"
    /// The daemon is starting, stopping or cannot write; the same request may succeed later.
    case unavailable
    case `internal`

    package var urn: String { "urn:walletd:\(rawValue)" }
}
