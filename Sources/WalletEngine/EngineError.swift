package import WalletCore

/// Why a command or a question was refused.
package struct EngineError: Error, Equatable, Sendable {
    package enum Code: Equatable, Sendable {
        case notFound
        /// The request does not fit what it names, e.g. polling a manual source.
        case conflict
        case invalid
        /// The quota allows the next poll then.
        case quotaExhausted(until: Timestamp)
        /// The new configuration was refused; the old one stays in force.
        case configurationRejected(faults: [String])
        /// The database cannot be written at the moment.
        case degraded
        case storeFailed
    }

    package let code: Code
    /// What happened, to what.
    package let detail: String
    /// What to do.
    package let hint: String?

    package init(_ code: Code, _ detail: String, hint: String? = nil) {
        self.code = code
        self.detail = detail
        self.hint = hint
    }
}
