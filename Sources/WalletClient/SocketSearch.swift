/// Where a daemon's socket may be.
package struct SocketSearch: Equatable, Sendable {
    /// In the order in which they are tried.
    package let candidates: [String]

    /// Where systemd, or a daemon that it runs, makes the socket.
    package static let systemPath = "/run/walletd/walletd.sock"

    /// A path that the user gives is the only one: another daemon must not answer in place of the one that was meant.
    package init(given path: String?, environment: [String: String]) {
        guard path == nil else {
            candidates = path.map { [$0] } ?? []
            return
        }
        let named = environment["WALLETD_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        let own = environment["XDG_RUNTIME_DIR"].flatMap { $0.isEmpty ? nil : "\($0)/walletd.sock" }
        candidates = [named, Self.systemPath, own].compactMap(\.self)
    }

    /// The first that exists, `nil` where none does.
    package func found(exists: (String) -> Bool) -> String? {
        candidates.first(where: exists)
    }
}
