import WalletAPI

/// A configuration that took effect.
enum ReloadView {
    static func lines(_ reload: Reload, on traits: TerminalTraits) -> [String] {
        let facts = FactList([
            .init("configuration", Cell(reload.config.path)), .init("sha256", Cell(reload.config.sha256)),
        ])
        return facts.lines(on: traits) + reload.warnings.map(SafeText.escaped)
    }
}
