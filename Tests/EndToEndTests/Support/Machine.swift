import Glibc

/// What the tests may do on this machine.
enum Machine {
    static let isRoot = geteuid() == 0
    /// In a container root may be refused even that.
    static let mounts = isRoot && SmallDisk.canBeMade

    /// The words that run a program as another user, without any of our groups.
    static func asUser(_ id: Int, _ words: [String]) -> [String] {
        ["/usr/bin/setpriv", "--reuid=\(id)", "--regid=\(id)", "--clear-groups", "--inh-caps=-all"] + words
    }
}
