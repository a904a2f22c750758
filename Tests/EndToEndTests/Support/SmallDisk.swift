import Glibc
import WalletTestSupport

/// A small file system in memory, mounted on a folder. It goes with its last mention.
final class SmallDisk: Sendable {
    let path: String

    init(at path: String, size: String, options: String = "rw") throws {
        self.path = path
        let words = "mode=0700,size=\(size)"
        guard mount("tmpfs", path, "tmpfs", options == "ro" ? UInt(MS_RDONLY) : 0, words) == 0 else {
            throw SystemCallError("mount")
        }
    }

    deinit {
        unmount()
    }

    func unmount() {
        umount2(path, Int32(MNT_DETACH))
    }

    static var canBeMade: Bool {
        guard let folder = try? TemporaryFolder(), let disk = try? SmallDisk(at: folder.path, size: "1m") else {
            return false
        }
        disk.unmount()
        return true
    }
}
