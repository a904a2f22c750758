package import WalletCore
package import WalletStore

/// Why a command or a question was refused.
package struct EngineError: Error, Equatable, Sendable {
    package enum Code: Equatable, Sendable {
        case notFound
        /// The request does not fit what it names, e.g. polling a manual source.
        case conflict
        case invalid
        /// Something is not what the caller saw.
        case changed
        /// All this stands against it.
        case held([CashOutReason])
        /// Another request had that key.
        case keyReused
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

extension EngineError {
    package init(_ error: StoreError) {
        self.init(
            error.mayPass ? .degraded : .storeFailed, error.message,
            hint: error.mayPass ? "walletd tries again by itself; ask again when there is room" : nil)
    }

    static let foreignCursor = EngineError(.invalid, "the cursor is not one of this list")

    static func unknownSource(_ name: String) -> EngineError {
        EngineError(.notFound, "no source is called \(SafeText.excerpt(name))", hint: "walletctl sources lists them")
    }

    static func unknownAlert(_ id: String) -> EngineError {
        EngineError(
            .notFound, "no firing alert has the id \(SafeText.excerpt(id))", hint: "walletctl alerts lists them")
    }
}
