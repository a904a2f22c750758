import Glibc

/// Knows the ids of users and groups.
package struct AccountDirectory: Sendable {
    package enum Answer: Equatable, Sendable {
        case id(UInt32)
        case unknown
        /// Nobody could be asked; holds the cause for a person.
        case unavailable(String)
    }

    package let user: @Sendable (String) -> Answer
    package let group: @Sendable (String) -> Answer

    package init(
        user: @escaping @Sendable (String) -> Answer, group: @escaping @Sendable (String) -> Answer
    ) {
        self.user = user
        self.group = group
    }

    /// The system's, by getpwnam_r(3) and getgrnam_r(3).
    package static var system: AccountDirectory {
        AccountDirectory(
            user: { name in
                ask { buffer in
                    var entry = passwd()
                    var found: UnsafeMutablePointer<passwd>?
                    let status = getpwnam_r(name, &entry, &buffer, buffer.count, &found)
                    return (status, found?.pointee.pw_uid)
                }
            },
            group: { name in
                ask { buffer in
                    var entry = Glibc.group()
                    var found: UnsafeMutablePointer<Glibc.group>?
                    let status = getgrnam_r(name, &entry, &buffer, buffer.count, &found)
                    return (status, found?.pointee.gr_gid)
                }
            })
    }

    /// A group of a thousand members fits.
    private static let bufferBytes = 16 << 10
    /// A group of a hundred thousand members fits.
    private static let bufferBytesMax = 1 << 20

    private static func ask(_ look: (inout [CChar]) -> (status: CInt, id: UInt32?)) -> Answer {
        var buffer = [CChar](repeating: 0, count: bufferBytes)
        while true {
            let (status, id) = look(&buffer)
            if status == ERANGE, buffer.count < bufferBytesMax {
                buffer = [CChar](repeating: 0, count: buffer.count * 4)
                continue
            }
            if status == EINTR { continue }
            if let id { return .id(id) }
            // The manual page lists what a missing name may be reported as.
            let isMissing = [0, ENOENT, ESRCH, EBADF, EPERM].contains(status)
            return isMissing ? .unknown : .unavailable(String(cString: strerror(status)))
        }
    }
}
