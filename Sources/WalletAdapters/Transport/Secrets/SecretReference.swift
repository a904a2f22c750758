import WalletCore

/// Where a secret is found; the secret itself never stands in the configuration.
package enum SecretReference: Hashable, Sendable {
    /// A file of that name in `$CREDENTIALS_DIRECTORY` (systemd's `LoadCredential=`).
    case credential(String)
    /// A file of the daemon's user, closed to group and others.
    case file(String)
}

extension SecretReference: CustomStringConvertible {
    package var description: String {
        switch self {
        case .credential(let name): "credential \(SafeText.excerpt(name))"
        case .file(let path): "secret file \(SafeText.excerpt(path))"
        }
    }
}
