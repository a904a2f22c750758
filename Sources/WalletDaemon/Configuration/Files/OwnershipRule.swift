import Glibc

/// Who may own and change what the daemon obeys and runs: root and the daemon's user, and nobody else.
struct OwnershipRule {
    /// The users that the daemon may run as.
    let users: Set<UInt32>

    /// Why the rule is broken, as the end of a sentence that begins with the path.
    func flaw(_ status: stat) -> String? { flaw(owner: status.st_uid, mode: status.st_mode) }

    func flaw(owner: UInt32, mode: UInt32) -> String? {
        guard owner == 0 || users.contains(owner) else {
            return "belongs to user \(owner); it must belong to root or to the user that walletd runs as"
        }
        guard mode & 0o022 == 0 else {
            let writers = mode & 0o002 == 0 ? "its group" : "others"
            return "may be written by \(writers) (mode \(String(mode & 0o7777, radix: 8)));"
                + " chmod go-w closes it"
        }
        return nil
    }
}
