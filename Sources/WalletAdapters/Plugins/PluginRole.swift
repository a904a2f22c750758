/// What a plugin is there for.
enum PluginRole: String, CaseIterable {
    case source
    case provider
    case rates

    /// The variable that tells the plugin under which name it is configured.
    var variable: String { "WALLETD_\(rawValue.uppercased())" }
}
