import Glibc

/// Where a Unix socket is, as the system takes it.
struct SocketAddress {
    private var address = sockaddr_un()

    /// `nil` where the path is longer than an address holds.
    init?(_ path: String) {
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
            guard path.utf8.count < room.count else { return false }
            room.copyBytes(from: path.utf8)
            return true
        }
        guard fits else { return nil }
    }

    /// As connect(2).
    func connect(_ descriptor: Int32) -> Int32 {
        withUnsafeBytes(of: address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { addresses in
                Glibc.connect(descriptor, addresses.baseAddress, socklen_t(bytes.count))
            }
        }
    }
}
