package import WalletCore

/// What a configured source is made of, one case for each adapter. The only place that lists them.
package enum SourceDefinition: Equatable, Sendable {
    /// Balances come by `walletctl record`; nothing is polled.
    case manual
    case file(FileSourceDefinition)
    case exec(PluginDefinition)
    case http(HTTPSourceDefinition)
    case lnbits(LNbitsDefinition)
}

/// What a configured provider is made of, likewise.
package enum ProviderDefinition: Equatable, Sendable {
    case exec(PluginDefinition)
    case lnbits(LNbitsProviderDefinition)
}

/// What a configured source of exchange rates is made of, likewise.
package enum RatesDefinition: Equatable, Sendable {
    case fixed(FixedRatesDefinition)
    case exec(PluginDefinition)
}

/// Makes what the definitions describe.
package enum AdapterList {
    /// What reads a source; `nil` for one that is not read.
    package static func makeSource(
        _ definition: SourceDefinition, settings: SourceSettings, context: AdapterContext
    ) -> (any BalanceSource)? {
        let credentials = Credentials(directory: context.directories.credentials)
        return switch definition {
        case .manual: nil
        case .file(let definition):
            FileSource(
                definition: definition, assets: context.assets, threads: context.transports.threads)
        case .exec(let definition):
            ExecSource(
                plugin: plugin(.source, definition, PartySettings(settings.name, timeout: settings.timeout), context),
                assets: context.assets)
        case .http(let definition):
            HTTPSource(
                definition: definition, timeout: settings.timeout, assets: context.assets, credentials: credentials,
                transport: context.transports.http)
        case .lnbits(let definition):
            LNbitsSource(
                server: LNbitsServer(
                    definition: definition, timeout: settings.timeout, credentials: credentials,
                    transport: context.transports.http), assets: context.assets)
        }
    }

    /// What pays to one destination. Both definitions may be those of a cash-out that the configuration has lost since.
    package static func makeProvider(
        _ definition: ProviderDefinition, to destination: DestinationDefinition, settings: PartySettings,
        context: AdapterContext
    ) -> any CashOutProvider {
        switch definition {
        case .exec(let definition):
            ExecProvider(
                plugin: plugin(.provider, definition, settings, context), destination: destination,
                assets: context.assets, hash: context.hash)
        case .lnbits(let definition):
            LNbitsProvider(
                definition: definition, destination: destination, timeout: settings.timeout, context: context)
        }
    }

    package static func makeRateSource(
        _ definition: RatesDefinition, settings: PartySettings, context: AdapterContext
    ) -> any RateSource {
        switch definition {
        case .fixed(let definition): FixedRates(definition: definition, assets: context.assets)
        case .exec(let definition):
            ExecRates(plugin: plugin(.rates, definition, settings, context), assets: context.assets)
        }
    }

    private static func plugin(
        _ role: PluginRole, _ definition: PluginDefinition, _ settings: PartySettings, _ context: AdapterContext
    ) -> Plugin {
        Plugin(
            role: role, name: settings.name, definition: definition, timeout: settings.timeout,
            credentials: Credentials(directory: context.directories.credentials), directories: context.directories,
            runner: context.transports.commands)
    }

    private static func origin(of url: String) -> String? {
        try? HTTPAddress(url).origin  // a wrong URL has no host to spare
    }
}

extension SourceDefinition {
    /// The secrets that the source uses. A source whose credential was refused waits until one of them changes.
    package var secrets: [SecretReference] {
        switch self {
        case .manual, .file: []
        case .exec(let definition): definition.credentials.map { .credential($0) }
        case .http(let definition):
            definition.headers.compactMap { header in
                switch header.value {
                case .text: nil
                case .secret(let reference, prefix: _): reference
                }
            }
        case .lnbits(let definition): [definition.key]
        }
    }

    /// What sources of the same server have in common, e.g. `https://api.example:443`.
    package var host: String? {
        switch self {
        case .manual, .file, .exec: nil
        case .http(let definition): Self.origin(of: definition.url)
        case .lnbits(let definition): Self.origin(of: definition.url)
        }
    }

    private static func origin(of url: String) -> String? {
        try? HTTPAddress(url).origin  // a wrong URL has no host to spare
    }
}

extension ProviderDefinition {
    /// The adapter's name as in the configuration.
    package var adapter: String {
        switch self {
        case .exec: "exec"
        case .lnbits: "lnbits"
        }
    }

    /// The secrets that the provider uses, but for those of destinations.
    package var secrets: [SecretReference] {
        switch self {
        case .exec(let definition): definition.credentials.map { .credential($0) }
        case .lnbits(let definition): [definition.server.key]
        }
    }
}

extension RatesDefinition {
    /// The secrets that the source of rates uses.
    package var secrets: [SecretReference] {
        switch self {
        case .fixed: []
        case .exec(let definition): definition.credentials.map { .credential($0) }
        }
    }
}
