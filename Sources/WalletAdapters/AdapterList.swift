package import WalletCore

/// What a configured source is made of, one case for each adapter. The only place that lists them.
package enum SourceDefinition: Equatable, Sendable {
    /// Balances come by `walletctl record`; nothing is polled.
    case manual
    case file(FileSourceDefinition)
    case exec(ExecSourceDefinition)
    case http(HTTPSourceDefinition)
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
                name: settings.name, definition: definition, timeout: settings.timeout, assets: context.assets,
                credentials: credentials, directories: context.directories, runner: context.transports.commands)
        case .http(let definition):
            HTTPSource(
                definition: definition, timeout: settings.timeout, assets: context.assets, credentials: credentials,
                transport: context.transports.http)
        }
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
        }
    }

    /// What sources of the same server have in common, e.g. `https://api.example:443`.
    package var host: String? {
        switch self {
        case .manual, .file, .exec: nil
        case .http(let definition): try? HTTPAddress(definition.url).origin  // a wrong URL has no host to spare
        }
    }
}
