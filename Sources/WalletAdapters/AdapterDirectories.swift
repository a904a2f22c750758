/// Where the adapters keep and find things.
package struct AdapterDirectories: Sendable {
    /// Of the daemon's state: plugins have their working folders in `plugins/NAME`.
    package var state: String
    /// Of what goes with the daemon, best in memory: copies of credentials are in `plugin-credentials/` while a plugin
    /// runs. Made when it is missing, though not the folder that it is in. Both are absolute paths.
    package var runtime: String
    /// `$CREDENTIALS_DIRECTORY`, where the service manager gave one.
    package var credentials: String?

    package init(state: String, runtime: String, credentials: String?) {
        self.state = state
        self.runtime = runtime
        self.credentials = credentials
    }
}
