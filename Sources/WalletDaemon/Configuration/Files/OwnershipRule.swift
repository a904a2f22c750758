import Glibc

/// Who may own and change what the daemon obeys and runs: root and the daemon's user, and nobody else.
struct OwnershipRule {
    /// The users that the daemon may run as.
    let users: Set<UInt32>

    /// Why the rule is broken, as the end of a sentence that begins with the path.
    func flaw(_ status: stat) -> String? {
        guard status.st_uid == 0 || users.contains(status.st_uid) else {
            return "belongs to user \(status.st_uid); it must belong to root or to the user that walletd runs as"
        }
        guard status.st_mode & 0o022 == 0 else {
            let writers = status.st_mode & 0o002 == 0 ? "its group" : "others"
            return "may be written by \(writers) (mode \(String(status.st_mode & 0o7777, radix: 8)));"
                + " chmod go-w closes it"
        }
        return nil
    }
}
