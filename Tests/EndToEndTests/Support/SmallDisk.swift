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

    private var filler: String { "\(path)/filler" }

    /// Takes every byte that is left.
    func fill() throws {
        let file = open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        for size in [1 << 16, 1] {
            let block = [UInt8](repeating: 1, count: size)
            while write(file, block, size) > 0 {}
        }
    }

    func empty() throws {
        guard unlink(filler) == 0 || errno == ENOENT else { throw SystemCallError("unlink") }
    }

    static var canBeMade: Bool {
        guard let folder = try? TemporaryFolder(), let disk = try? SmallDisk(at: folder.path, size: "1m") else {
            return false
        }
        disk.unmount()
        return true
    }
}
