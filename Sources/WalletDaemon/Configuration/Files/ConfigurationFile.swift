import Glibc
import WalletAdapters

/// Reads one file of the configuration: a regular file of bounded size, and opening it never waits.
enum ConfigurationFile {
    /// Why a file was not read, as the end of a sentence that begins with its path.
    struct Refusal: Error {
        let reason: String
    }

    /// A file that was read, and why it must not be trusted all the same.
    struct Contents {
        let bytes: [UInt8]
        let ownershipFlaw: String?
    }

    static func read(_ path: String, rule: OwnershipRule) throws(Refusal) -> Contents {
        do throws(RegularFileError) {
            let file = try RegularFile(opening: path, links: .followed)
            return Contents(
                bytes: try file.contents(bytesMax: FileLimits.bytesMax),
                ownershipFlaw: rule.flaw(owner: file.owner, mode: file.mode))
        } catch {
            throw Refusal(reason: reason(error, path))
        }
    }

    private static func reason(_ error: RegularFileError, _ path: String) -> String {
        switch error {
        // Whoever checks need not be the daemon's user.
        case .notPermitted: "may not be read by this user"
        case .notRegular: isFolder(FileStatus.of(path)) ? "is a folder" : error.description
        case .tooLarge(let bytesMax): "is larger than \(bytesMax) bytes, which no configuration is"
        // Links are followed, so this one leads in a circle.
        case .link: FileStatus.reason(ELOOP)
        case .absent, .foreign, .openToOthers, .changed, .unreadable: error.description
        }
    }

    private static func isFolder(_ status: stat?) -> Bool { status.map(FileStatus.isFolder) ?? false }
}
