import Glibc

/// The processes that a program started, as long as they stay in its group.
///
/// Its number is safe to signal until the leader is reaped, and afterwards while any member lives: Linux gives a
/// number to no other process as long as it names a group.
struct ProcessGroup: Sendable {
    let leader: pid_t

    /// A group that is gone takes no signal, and that is what was wanted.
    func send(_ signal: Int32) {
        _ = kill(-leader, signal)
    }

    /// Whether a member other than a zombie is left. Without a readable /proc there is no telling: `true`.
    var isAlive: Bool {
        // Mostly it is the leader, and then the others need no look.
        if isLivingMember(leader) { return true }
        guard let directory = opendir("/proc") else { return true }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            guard let process = Self.processID(of: entry) else { continue }
            if isLivingMember(process) { return true }
        }
        return false
    }

    private static func processID(of entry: UnsafeMutablePointer<dirent>) -> pid_t? {
        withUnsafeBytes(of: &entry.pointee.d_name) { name in
            pid_t(String(decoding: name.prefix { $0 != 0 }, as: UTF8.self))
        }
    }

    /// Reads state and group from proc_pid_stat(5): `PID (NAME) STATE PARENT GROUP …`, where the name may hold anything.
    private func isLivingMember(_ process: pid_t) -> Bool {
        let file = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = read(file, &buffer, buffer.count)
        guard count > 0, let nameEnd = buffer[..<count].lastIndex(of: UInt8(ascii: ")")) else { return false }
        let fields = buffer[(nameEnd + 1)..<count].split(separator: UInt8(ascii: " "), maxSplits: 3)
        guard fields.count >= 3, fields[0] != [UInt8(ascii: "Z")], fields[0] != [UInt8(ascii: "X")] else {
            return false
        }
        return pid_t(String(decoding: fields[2], as: UTF8.self)) == leader
    }
}
