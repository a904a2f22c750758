package import WalletCore

/// What a configuration is read against, beside its files.
package struct ConfigurationSurroundings: Sendable {
    package let defaults: DefaultPaths
    /// The users that the daemon may run as; beside root they may own files and programs.
    package let daemonUsers: Set<UInt32>
    package let accounts: AccountDirectory
    package let credentials: CredentialInspection
    /// In UTC, as far as the clock is right.
    package let today: CalendarDate

    /// The account of the system's instance.
    static let serviceAccount = "walletd"

    package init(
        defaults: DefaultPaths, daemonUsers: Set<UInt32>, accounts: AccountDirectory,
        credentials: CredentialInspection, today: CalendarDate
    ) {
        self.defaults = defaults
        self.daemonUsers = daemonUsers
        self.accounts = accounts
        self.credentials = credentials
        self.today = today
    }

    /// For the daemon that `user` runs: whatever it needs must be there now.
    package static func running(
        as user: UInt32, environment: [String: String], home: String?, on today: CalendarDate,
        accounts: AccountDirectory = .system
    ) -> ConfigurationSurroundings {
        ConfigurationSurroundings(
            defaults: DefaultPaths(environment: environment, user: user, home: home), daemonUsers: [user],
            accounts: accounts, credentials: .reading(directory: environment["CREDENTIALS_DIRECTORY"]),
            today: today)
    }

    /// For a check by `user`. Root checks for the system's instance too, which runs as an account of its own.
    package static func checking(
        as user: UInt32, environment: [String: String], home: String?, on today: CalendarDate,
        accounts: AccountDirectory = .system
    ) -> ConfigurationSurroundings {
        var users: Set = [user]
        if user == 0, case .id(let account) = accounts.user(serviceAccount) { users.insert(account) }
        return ConfigurationSurroundings(
            defaults: DefaultPaths(environment: environment, user: user, home: home), daemonUsers: users,
            accounts: accounts,
            credentials: .offline(directory: environment["CREDENTIALS_DIRECTORY"], daemonUsers: users),
            today: today)
    }
}
