package import WalletCore

/// A provider as it pays to one destination.
package struct Payer: Sendable {
    package let adapter: any CashOutProvider
    /// What is kept with each cash-out, so that it is followed to its end whatever becomes of the configuration.
    package let definition: PayerDefinition
    /// Who that is as addresses and secrets resolve now. It may read files.
    package let identify: @Sendable () -> PayerIdentity

    package init(
        _ adapter: any CashOutProvider, definition: PayerDefinition, identify: @escaping @Sendable () -> PayerIdentity
    ) {
        self.adapter = adapter
        self.definition = definition
        self.identify = identify
    }
}

/// Provider and destination as text, with the names of credentials and never their values.
package struct PayerDefinition: Hashable, Sendable {
    package let provider: String
    package let destination: String
    /// Under which the provider is configured.
    package let name: String
    /// For each call.
    package let timeout: Duration

    package init(provider: String, destination: String, name: String, timeout: Duration) {
        self.provider = provider
        self.destination = destination
        self.name = name
        self.timeout = timeout
    }
}

/// Who gets value: keyed hashes, in hex; `nil` where a secret cannot be resolved.
package struct PayerIdentity: Equatable, Sendable {
    package let provider: String?
    package let destination: String?

    package init(provider: String?, destination: String?) {
        self.provider = provider
        self.destination = destination
    }
}
