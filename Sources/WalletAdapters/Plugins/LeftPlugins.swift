import Glibc
import WalletCore

/// The plugins that a daemon left running when it was killed, where no service manager ended them with it.
///
/// One may still be paying: what comes next would find no payment, and pay again. So they are ended before anything else
/// begins. They are known by their environment, which what they start inherits: no record on disk could be written in the
/// instant in which a run begins, and no inherited descriptor outlives the start of a program. Whoever sheds its
/// environment is known as long as a process of its group has it. Who sheds both, or its user, is out of reach.
package struct LeftPlugins {
    private let folder: String
    private let grace: Duration
    /// A killed process is gone at once, unless a device or a file server keeps it.
    private static let killTimeMax = Duration.seconds(10)

    /// Of the daemon with this state directory. For the start, under the lock that no second daemon gets, and before any
    /// plugin runs.
    package init(in stateDirectory: String, limits: CommandLimits = CommandLimits()) {
        folder = "\(stateDirectory)/plugins"
        grace = limits.grace
    }

    /// Ends them as at a time-out, with their groups, and returns their names when all are gone.
    package func end() throws(LeftPluginError) -> [String] {
        var found = try processes()
        let names = Set(found.compactMap(\.trait.name))
        guard !found.isEmpty else { return [] }
        try send(SIGTERM, to: found)
        wait(for: found, until: .now + grace)
        let end = ContinuousClock.now + Self.killTimeMax
        // What was started meanwhile is found the next time.
        while true {
            found = try processes(besides: found)
            guard !found.isEmpty else { return names.sorted() }
            guard ContinuousClock.now < end else { throw LeftPluginError(found, names: names) }
            try send(SIGKILL, to: found)
            wait(for: found, until: end)
        }
    }

    private func send(_ signal: Int32, to found: [Found]) throws(LeftPluginError) {
        for process in found {
            do {
                try process.handle.send(signal)
            } catch {
                // Of another user's, the end is waited for.
                guard error.number != EPERM else { continue }
                throw LeftPluginError(error)
            }
        }
    }

    private func wait(for found: [Found], until end: ContinuousClock.Instant) {
        for process in found { _ = process.handle.hasEnded(within: max(end - .now, .zero)) }
    }
}

extension LeftPlugins {
    struct Found {
        let handle: ProcessHandle
        let trait: Trait
    }

    /// How a process is known.
    struct Trait {
        let group: pid_t
        /// Of the plugin whose environment it has.
        let name: String?
    }

    /// Those that live: with the environment of a plugin, or in the group of one that has it, or had it before.
    private func processes(besides earlier: [Found] = []) throws(LeftPluginError) -> [Found] {
        var folder = stat()
        guard stat(self.folder, &folder) == 0, let all = ProcessStatus.processes() else { return [] }
        let traits = all.filter { $0 != getpid() }.compactMap { id in trait(of: id, in: folder).map { (id, $0) } }
        let marked = traits.filter { $0.1.name != nil }.map(\.1.group)
        let groups = Set(marked + livingGroups(of: earlier)).subtracting([getpgrp()])
        var found: [Found] = []
        for (id, trait) in traits where trait.name != nil || groups.contains(trait.group) {
            // What is read while the handle says that the process lives is of that process.
            guard let handle = try handle(of: id), let trait = self.trait(of: id, in: folder), !handle.hasEnded() else {
                continue
            }
            found.append(Found(handle: handle, trait: trait))
        }
        let living = Set(livingGroups(of: found.filter { $0.trait.name != nil }) + livingGroups(of: earlier))
            .intersection(groups)
        return found.filter { $0.trait.name != nil || living.contains($0.trait.group) }
    }

    /// A number names a group as long as a member lives.
    private func livingGroups(of found: [Found]) -> [pid_t] {
        found.filter { !$0.handle.hasEnded() }.map(\.trait.group)
    }

    private func handle(of process: pid_t) throws(LeftPluginError) -> ProcessHandle? {
        do {
            return try ProcessHandle(process)
        } catch {
            throw LeftPluginError(error)
        }
    }

    /// `nil` where there is no such process, or only a zombie.
    private func trait(of process: pid_t, in folder: stat) -> Trait? {
        guard let status = ProcessStatus(of: process), status.isLiving else { return nil }
        return Trait(group: status.group, name: plugin(of: process, in: folder))
    }

    /// The name of the plugin that a process is of, or was started by.
    private func plugin(of process: pid_t, in folder: stat) -> String? {
        guard let environment = ProcessStatus.environment(of: process) else { return nil }
        let values = environment.map { String(decoding: $0, as: UTF8.self) }
        let names = PluginRole.allCases.flatMap { role in
            values.compactMap { $0.value(of: role.variable) }
        }
        for home in values.compactMap({ $0.value(of: "HOME") }) {
            guard let name = names.first(where: { home.hasSuffix("/plugins/\($0)") }) else { continue }
            var parent = stat()
            // By its inode: the path may be written in other ways than it is now.
            guard stat(String(home.dropLast(name.count + 1)), &parent) == 0, parent.st_dev == folder.st_dev,
                parent.st_ino == folder.st_ino
            else { continue }
            return name
        }
        return nil
    }
}

extension String {
    fileprivate func value(of variable: String) -> String? {
        hasPrefix("\(variable)=") ? String(dropFirst(variable.count + 1)) : nil
    }
}
