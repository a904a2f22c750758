import Glibc
package import WalletAdapters
import WalletCore

/// Says whether a secret that the configuration names can be had.
package struct CredentialInspection: Sendable {
    package enum Finding: Equatable, Sendable {
        case sound
        case fault(String)
        /// It cannot be told here.
        case unclear(String)
    }

    let inspect: @Sendable (SecretReference) -> Finding

    package init(inspect: @escaping @Sendable (SecretReference) -> Finding) {
        self.inspect = inspect
    }

    /// For the daemon itself: each secret is read, as it will be later. `directory` is `$CREDENTIALS_DIRECTORY`.
    package static func reading(directory: String?) -> CredentialInspection {
        let credentials = Credentials(directory: directory)
        return CredentialInspection { reference in
            do throws(PortFailure) {
                _ = try credentials.secret(reference)
                return .sound
            } catch {
                return .fault(error.message)
            }
        }
    }

    /// For a check by whoever it is: what the daemon could read may be closed to others, so nothing is read but
    /// credentials of the folder that was given.
    package static func offline(directory: String?, daemonUsers: Set<UInt32>) -> CredentialInspection {
        CredentialInspection { reference in
            switch reference {
            case .credential:
                guard directory == nil else { return reading(directory: directory).inspect(reference) }
                return .unclear("\(reference) cannot be checked here: $CREDENTIALS_DIRECTORY is not set")
            case .file(let path):
                return inspectFile(path, reference, owners: daemonUsers)
            }
        }
    }

    private static func inspectFile(_ path: String, _ reference: SecretReference, owners: Set<UInt32>) -> Finding {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            let number = errno
            let sentence = "\(reference) \(FileStatus.reason(number))"
            return number == ENOENT || number == ENOTDIR ? .fault(sentence) : .unclear(sentence)
        }
        guard status.st_mode & S_IFMT != S_IFLNK else {
            return .fault("\(reference) is a symbolic link, which is not followed here")
        }
        guard FileStatus.isRegular(status) else { return .fault("\(reference) is not a regular file") }
        guard status.st_mode & 0o077 == 0 else {
            return .fault("\(reference) is open to others than its owner; chmod 600 closes it")
        }
        guard owners.contains(status.st_uid) else {
            return .fault("\(reference) belongs to user \(status.st_uid), not to the user that walletd runs as")
        }
        return .sound
    }
}
