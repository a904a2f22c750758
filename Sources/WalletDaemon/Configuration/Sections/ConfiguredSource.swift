package import WalletAdapters
package import WalletCore

/// One `[sources.NAME]`.
package struct ConfiguredSource: Equatable, Sendable {
    package var settings: SourceSettings
    package var definition: SourceDefinition

    package init(settings: SourceSettings, definition: SourceDefinition) {
        self.settings = settings
        self.definition = definition
    }
}
