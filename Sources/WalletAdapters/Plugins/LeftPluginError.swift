import Glibc

/// A plugin that an earlier daemon left running is still there.
package struct LeftPluginError: Error, CustomStringConvertible {
    package let description: String

    init(_ error: ProcessHandleError) {
        let cause = String(cString: strerror(error.number))
        description =
            "process \(error.process), which an earlier walletd started as a plugin, cannot be ended: \(cause)"
    }

    init(_ found: [LeftPlugins.Found], names: Set<String>) {
        let processes = found.map { "\($0.handle.id)" }.joined(separator: ", ")
        let plugins = names.sorted().joined(separator: ", ")
        description = "what an earlier walletd started as a plugin of \(plugins) does not end (process \(processes))"
    }
}
