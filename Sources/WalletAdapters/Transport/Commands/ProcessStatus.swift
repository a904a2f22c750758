import Glibc

/// What /proc says of a process, at the moment of reading.
struct ProcessStatus {
    /// No zombie.
    let isLiving: Bool
    let group: pid_t

    /// `nil` where there is no such process.
    ///
    /// From proc_pid_stat(5): `PID (NAME) STATE PARENT GROUP …`, where the name may hold anything.
    init?(of process: pid_t) {
        guard let stat = Self.contents(of: "/proc/\(process)/stat", bytesMax: 512),
            let nameEnd = stat.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = stat[(nameEnd + 1)...].split(separator: UInt8(ascii: " "), maxSplits: 3)
        guard fields.count >= 3, let group = pid_t(String(decoding: fields[2], as: UTF8.self)) else { return nil }
        isLiving = fields[0] != [UInt8(ascii: "Z")] && fields[0] != [UInt8(ascii: "X")]
        self.group = group
    }

    /// All that are shown to us; `nil` where /proc cannot be read.
    static func processes() -> [pid_t]? {
        guard let directory = opendir("/proc") else { return nil }
        defer { closedir(directory) }
        var processes: [pid_t] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { name in
                pid_t(String(decoding: name.prefix { $0 != 0 }, as: UTF8.self))
            }
            if let name { processes.append(name) }
        }
        return processes
    }

    /// The environment that a process began with; `nil` where it is not ours to see.
    static func environment(of process: pid_t) -> [ArraySlice<UInt8>]? {
        contents(of: "/proc/\(process)/environ", bytesMax: environmentBytesMax)?.split(separator: 0)
    }

    /// A plugin's has some hundred bytes; what a process adds for its children comes behind that or instead.
    private static let environmentBytesMax = 1 << 20

    private static func contents(of path: String, bytesMax: Int) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var contents: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(bytesMax, 4096))
        while contents.count < bytesMax {
            let count = read(file, &buffer, buffer.count)
            guard count >= 0 else { return nil }
            if count == 0 { break }
            contents += buffer[..<count]
        }
        return contents
    }
}
