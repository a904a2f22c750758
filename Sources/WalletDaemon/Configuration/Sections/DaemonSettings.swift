package import WalletCore

/// `[daemon]`, with what it leaves to the defaults.
package struct DaemonSettings: Equatable, Sendable {
    /// `nil`: neither the file nor the environment says where; then the daemon cannot start.
    package var database: String?
    /// `nil` likewise; then the socket must be passed by systemd.
    package var socket: String?
    /// What totals are shown in.
    package var homeAsset: Asset?
    /// Who may operate, beside root.
    package var operators: [Operator] = []
    /// How long single changes and events are kept; `nil` keeps them for ever.
    package var retention: Duration?

    package init(database: String?, socket: String?) {
        self.database = database
        self.socket = socket
    }
}
