import CLinux
import Glibc
import NIOCore
import WalletCore

/// Who is at the other end of a connection, as the kernel says.
package struct Peer: Sendable, Equatable {
    package let process: Int32
    package let user: UInt32
    /// The primary group, and the supplementary ones that the peer had when it connected.
    package let groups: Set<UInt32>

    package init(process: Int32, user: UInt32, groups: Set<UInt32>) {
        self.process = process
        self.user = user
        self.groups = groups
    }

    /// The kernel's own limit (NGROUPS_MAX).
    private static let groupsMax: Int32 = 65_536
    /// What nearly every process has at most; more takes a second call.
    private static let groupsUsual: Int32 = 64

    /// Asks the kernel about a connected socket.
    init(ofSocket descriptor: Int32) throws(IOError) {
        var credentials = clinux_peer()
        guard clinux_peer_credentials(descriptor, &credentials) == 0 else {
            throw IOError(errnoCode: errno, reason: "SO_PEERCRED")
        }
        process = credentials.pid
        user = credentials.uid
        groups = Set(try Self.supplementaryGroups(ofSocket: descriptor)).union([credentials.gid])
    }

    /// A kernel that cannot tell them (before Linux 4.13) leaves the peer with its primary group: with less, not more.
    private static func supplementaryGroups(ofSocket descriptor: Int32) throws(IOError) -> [UInt32] {
        for most in [groupsUsual, groupsMax] {
            var groups = [UInt32](repeating: 0, count: Int(most))
            let count = clinux_peer_groups(descriptor, &groups, most)
            if count >= 0 { return Array(groups.prefix(Int(count))) }
            if errno == ENOPROTOOPT { return [] }
            guard errno == ERANGE else { break }
        }
        throw IOError(errnoCode: errno, reason: "SO_PEERGROUPS")
    }
}

extension Peer {
    /// The user's name, or `uid 1234` where the system knows none.
    package var name: String {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var text = [CChar](repeating: 0, count: Self.entryBytesMax)
        guard getpwuid_r(user, &entry, &text, text.count, &found) == 0, found != nil, let name = entry.pw_name else {
            return "uid \(user)"
        }
        return SafeText.message(
            bytes: UnsafeBufferPointer(start: name, count: strlen(name)).map(UInt8.init(bitPattern:)))
    }

    /// Room for one line of the user database.
    private static let entryBytesMax = 16_384
}
