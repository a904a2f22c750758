/// Where a secret is found; the secret itself never stands in the configuration.
package enum SecretReference: Hashable, Sendable {
    /// A file of that name in `$CREDENTIALS_DIRECTORY` (systemd's `LoadCredential=`).
    case credential(String)
    /// A file of the daemon's user, closed to group and others.
    case file(String)
}
