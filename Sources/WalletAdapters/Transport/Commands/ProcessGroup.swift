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
        if ProcessStatus(of: leader)?.isLivingMember(of: leader) ?? false { return true }
        guard let processes = ProcessStatus.processes() else { return true }
        return processes.contains { ProcessStatus(of: $0)?.isLivingMember(of: leader) ?? false }
    }
}

extension ProcessStatus {
    fileprivate func isLivingMember(of group: pid_t) -> Bool { isLiving && self.group == group }
}
