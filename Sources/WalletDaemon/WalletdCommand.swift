package import ArgumentParser
import WalletAPI

/// The command line of walletd.
package struct WalletdCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "walletd",
        abstract: "Watches the balances of your wallets and tells you in time.",
        discussion: """
            Reads its configuration, polls the sources in it, stores every balance in SQLite, announces alerts in the \
            journal (or on standard error), pays out what the cash-out rules that an operator confirmed say, and answers \
            walletctl on a Unix socket. It runs in the foreground until SIGTERM; SIGHUP reloads the configuration.

            Exit status: 0 asked to stop; 65 the database is damaged, missing where it was, or from a newer version; \
            73 locked by another walletd, or no permission; 75 no space, read-only or an I/O error; 78 the \
            configuration is wrong.
            """,
        version: Release.version)

    @Option(help: ArgumentHelp("The configuration; drop-ins are in walletd.d beside it.", valueName: "file"))
    var config: String?

    @Flag(help: "Say every fault of the configuration, and exit.")
    var checkConfig = false

    @Option(
        help: ArgumentHelp(
            "Put a backup in the place of the database, which is kept beside it, and exit.", valueName: "file"))
    var restore: String?

    @OptionGroup(visibility: .hidden)
    var trial: TrialOptions

    package init() {}

    package func validate() throws {
        guard trial.tryProvider || trial.command.isEmpty else {
            throw ValidationError("Unexpected argument '\(trial.command[0])'")
        }
        guard !(checkConfig && restore != nil) else {
            throw ValidationError("--check-config touches nothing and --restore does: give one of them.")
        }
    }

    package func run() async throws {
        guard !trial.tryProvider else { throw ExitCode(await ProviderCheck(trial).run()) }
        let launch = Launch(environment: Launch.systemEnvironment(), configurationPath: config)
        guard !checkConfig else { throw ExitCode(ConfigurationCheck(launch).run()) }
        do throws(StartFailure) {
            guard let restore else { return try await Daemon(launch: launch).run() }
            try DatabaseReplacement(launch, backup: restore).run()
        } catch {
            StandardError.write(error.text(LinePrefix(environment: launch.environment)))
            throw ExitCode(error.code.rawValue)
        }
    }
}
