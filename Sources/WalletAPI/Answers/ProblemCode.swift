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
    case bodyTooLarge = "body-too-large"
    case quotaSpent = "quota-spent"
    /// The new configuration has faults; the old one stays in force.
    case configRejected = "config-rejected"
    /// The daemon is starting, stopping or cannot write; the same request may succeed later.
    case unavailable
    case `internal`

    package var urn: String { "urn:walletd:\(rawValue)" }
}
