import Glibc

/// What this process holds at the moment.
package enum ProcessUsage {
    /// Open descriptors, but for the one that counts them.
    package static var descriptors: Int {
        guard let directory = opendir("/proc/self/fd") else { return -1 }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        return count - 3
    }

    /// Whether it has children, ended or not.
    package static var hasChildren: Bool {
        var information = siginfo_t()
        return waitid(P_ALL, 0, &information, WEXITED | WNOHANG | WNOWAIT) == 0
    }

    /// The largest resident memory so far, in bytes.
    package static var memoryPeakBytes: Int {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage.ru_maxrss * 1024
    }
}
