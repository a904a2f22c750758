package import WalletAdapters
package import WalletCore
package import WalletEngine

/// Turns what was configured about cash-outs into what runs: identities, and ways to providers and rates.
package struct CashOutAssembly: Sendable {
    /// With the key of this instance; parts are told apart.
    private let hash: @Sendable ([[UInt8]]) -> [UInt8]
    private let credentials: Credentials
    private let assets: AssetTable
    private let context: AdapterContext

    package init(
        credentials: Credentials, assets: AssetTable, context: AdapterContext,
        hash: @escaping @Sendable ([[UInt8]]) -> [UInt8]
    ) {
        self.credentials = credentials
        self.assets = assets
        self.context = context
        self.hash = hash
    }

    package func configuration(_ configured: ConfiguredCashOuts) -> CashOutConfiguration {
        CashOutConfiguration(
            rules: configured.rules, destinations: configured.destinations.map(destination),
            providers: configured.providers.map(provider), limits: configured.limits)
    }

    package func parties(_ configured: ConfiguredCashOuts) -> CashOutParties {
        let timeouts = Dictionary(
            uniqueKeysWithValues: configured.providers.map { ($0.terms.name, $0.terms.timeout) })
        var parties = CashOutParties(
            digest: { hex(["text", $0]) },
            follow: { definition, provider throws(PortFailure) in
                try follow(definition, provider, timeout: timeouts[provider] ?? Provider.timeoutDefault)
            })
        let providers = Dictionary(uniqueKeysWithValues: configured.providers.map { ($0.terms.name, $0) })
        for destination in configured.destinations {
            guard let provider = providers[destination.settings.provider] else { continue }
            parties.routes[destination.settings.name] = route(to: destination, by: provider)
        }
        parties.rates = configured.rates.map(rates)
        return parties
    }

    private func destination(_ configured: ConfiguredDestination) -> Destination {
        var destination = configured.settings
        do throws(PortFailure) {
            let account = try credentials.secret(configured.definition.account)
            destination.identity = identity(of: configured, account: account.bytes)
            destination.lastFour = account.lastFour
        } catch {
            // It was there when the configuration was checked; until it is again, this is another destination.
            destination.identity = identity(of: configured, account: [])
        }
        return destination
    }

    private func provider(_ configured: ConfiguredProvider) -> Provider {
        var provider = configured.terms
        provider.identityHash = identity(of: configured)
        return provider
    }

    private func route(to destination: ConfiguredDestination, by provider: ConfiguredProvider) -> PayoutRoute {
        PayoutRoute(
            provider: AdapterList.makeProvider(
                provider.definition, to: destination.definition,
                settings: PartySettings(provider.terms.name, timeout: provider.terms.timeout), context: context),
            definition: PayoutRoute.Definition(
                provider: provider.definition.text, destination: destination.definition.text)
        ) { () throws(PortFailure) in
            let account = try credentials.secret(destination.definition.account)
            return PayoutRoute.Identities(
                destination: identity(of: destination, account: account.bytes), provider: identity(of: provider),
                lastFour: account.lastFour)
        }
    }

    private func rates(_ configured: ConfiguredRates) -> WatchedRates {
        WatchedRates(
            name: configured.name,
            source: AdapterList.makeRateSource(
                configured.definition, settings: PartySettings(configured.name, timeout: configured.timeout),
                context: context),
            every: configured.every, staleAfter: configured.staleAfter,
            fingerprint: fingerprint("\(configured.definition)", configured.definition.secrets))
    }

    private func follow(
        _ definition: PayoutRoute.Definition, _ provider: String, timeout: Duration
    ) throws(PortFailure) -> any CashOutProvider {
        do throws(DefinitionError) {
            return AdapterList.makeProvider(
                try ProviderDefinition(text: definition.provider, assets: assets),
                to: try DestinationDefinition(text: definition.destination),
                settings: PartySettings(provider, timeout: timeout), context: context)
        } catch {
            throw PortFailure(.misconfigured, "\(error)")
        }
    }
}

extension CashOutAssembly {
    /// Of its provider, what it says beside, and the account itself, whatever the credential is called.
    private func identity(of destination: ConfiguredDestination, account: [UInt8]) -> String {
        hex(["destination", destination.settings.provider, destination.definition.payee ?? ""], account)
    }

    /// Of its adapter, command or URL, and options, whatever its credentials are called and its terms are.
    private func identity(of provider: ConfiguredProvider) -> String {
        hex(["provider", provider.definition.whatItIs.text])
    }

    /// Differs where something is another: the definition, or a secret.
    private func fingerprint(_ definition: String, _ secrets: [SecretReference]) -> [UInt8] {
        hash([Array(definition.utf8)] + secrets.map(credentials.bytesOrMark))
    }

    private func hex(_ texts: [String], _ bytes: [UInt8] = []) -> String {
        hash(texts.map { Array($0.utf8) } + [bytes]).hexadecimal
    }
}

extension ProviderDefinition {
    /// Without names of credentials and without terms.
    fileprivate var whatItIs: ProviderDefinition {
        switch self {
        case .exec(var definition):
            definition.credentials = []
            return .exec(definition)
        case .lnbits(var definition):
            definition.server.key = .credential("")
            definition.reserve = nil
            return .lnbits(definition)
        }
    }
}
