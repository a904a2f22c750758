import Glibc
import SystemPackage

/// Why a file could not be read; the description continues a sentence that begins with its path.
enum RegularFileError: Error, Equatable {
    case absent
    case notPermitted
    case link
    case notRegular
    case foreign(owner: UInt32, user: UInt32)
    /// To its group or to all.
    case openToOthers
    case tooLarge(bytesMax: Int)
    /// Somebody wrote to it while it was read.
    case changed
    case unreadable(number: Int32)

    init(opening number: Int32) {
        self =
            switch number {
            case ENOENT, ENOTDIR: .absent
            case EACCES, EPERM: .notPermitted
            case ELOOP: .link
            // A socket, or a device without a driver.
            case ENXIO, ENODEV: .notRegular
            default: .unreadable(number: number)
            }
    }
}

extension RegularFileError: CustomStringConvertible {
    var description: String {
        switch self {
        case .absent: "does not exist"
        case .notPermitted: "may not be read by the user that walletd runs as"
        case .link: "is a symbolic link, which is not followed here"
        case .notRegular: "is not a regular file"
        case .foreign(let owner, let user): "belongs to user \(owner), not to user \(user), as whom walletd runs"
        case .openToOthers: "is open to others than its owner; chmod 600 closes it"
        case .tooLarge(let bytesMax): "is larger than \(bytesMax) bytes"
        case .changed: "was written to while it was read; write a new file and rename it over the old one"
        case .unreadable(let number): "cannot be read: \(Errno(rawValue: number))"
        }
    }
}
