/// Who may change state.
package struct Operators: Sendable, Equatable {
    package let users: Set<UInt32>
    package let groups: Set<UInt32>
    /// The user that the daemon runs as.
    package let ownUser: UInt32

    /// Below it are root and the accounts of services: a daemon that runs as one of them is not a person's own.
    private static let personsUserMin: UInt32 = 1000

    package init(users: Set<UInt32> = [], groups: Set<UInt32> = [], ownUser: UInt32) {
        self.users = users
        self.groups = groups
        self.ownUser = ownUser
    }

    package func include(_ peer: Peer) -> Bool {
        if peer.user == 0 || users.contains(peer.user) || !groups.isDisjoint(with: peer.groups) { return true }
        return ownUser >= Self.personsUserMin && peer.user == ownUser
    }
}
