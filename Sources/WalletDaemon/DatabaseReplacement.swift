import Glibc
import WalletCore
import WalletEngine
import WalletStore

/// `walletd --restore FILE`: puts a backup in the place of the database, which is kept beside it.
package struct DatabaseReplacement {
    private let launch: Launch
    private let backup: String

    package init(_ launch: Launch, backup: String) {
        self.launch = launch
        self.backup = backup
    }

    /// Prints what it did to standard output. No daemon may run on the state directory.
    package func run() throws(StartFailure) {
        umask(0o077)
        let path = launch.configurationPath ?? launch.surroundings.defaults.configuration
        let instance = try Instance(try settings(path), launch: launch, chance: Chance.system.bits)
        let kept: String?
        do throws(StoreError) {
            kept = try Restoration(of: backup, to: instance.location).run(at: EngineClock.system.now())
        } catch {
            throw StartFailure(error)
        }
        StandardOutput.write("\(instance.location.database) is now what \(SafeText.message(backup)) holds.")
        if let kept { StandardOutput.write("What was there is kept as \(kept).") }
    }

    private func settings(_ path: String) throws(StartFailure) -> DaemonSettings {
        do throws(ConfigurationFaults) {
            return try LoadedConfiguration.load(path, in: launch.surroundings).daemon
        } catch {
            throw StartFailure(error, in: path)
        }
    }
}
