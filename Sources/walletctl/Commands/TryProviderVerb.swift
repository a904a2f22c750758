import ArgumentParser
import JSON
import WalletAPI

struct TryProviderVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "try-provider",
        abstract: "Check a cash-out plugin against the protocol, without moving money.",
        discussion: """
            Runs the command as walletd would (its environment, its limits, an empty working folder) and asks it what \
            moves nothing: `describe` twice, `quote` for the amount and the account, and `status` twice of one random \
            key, which must be unknown-key both times. Each finding is ok, note or fault; the exit code is 1 where \
            there is a fault. No daemon and no configuration is asked: it is `walletd --try-provider` that does it.

            `send` is not run, unless --send says so: then it is run twice with the same key, for the amount and to \
            the account that are named, and the second run must not pay again. That moves money, once or, if the \
            plugin is wrong, twice: use an account for tests.

            Example: walletctl try-provider /usr/libexec/walletd/acme-payout
            """)

    @Option(help: "How much to ask for. (default: 10000 KRW)")
    var amount: String?

    @Option(help: ArgumentHelp("The account to ask for.", valueName: "text"))
    var account: String?

    @Option(help: ArgumentHelp("The plugin's options, as a JSON object.", valueName: "json"))
    var options: String?

    @Flag(help: "Send too, twice with one key; needs --amount and --account.")
    var send = false

    @Argument(help: "The plugin's program and its arguments; after -- also those that begin with a dash.")
    var command: [String]

    @OptionGroup
    var global: GlobalOptions

    /// A plugin says little; one that says more is broken.
    private static let reportBytesMax = 1 << 20
    /// Of eight runs at most, each of a minute and what it takes to end it.
    private static let secondsMax = 600

    func validate() throws {
        guard !send || (amount != nil && account != nil) else {
            throw ValidationError("--send moves money: name with --amount and --account how much and where to")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        guard
            let path = ProgramSearch.path(of: "walletd", in: [session.folder], environment: session.environment)
        else { throw Failure(.refused, "walletd, which does the checking, is neither beside walletctl nor in $PATH") }
        let walletd = ChildProgram(path: path, environment: session.environment)
        let arguments = try arguments(in: session)
        let code = global.json ? try report(walletd, arguments, session) : try session.run(walletd, arguments)
        guard let code else { throw Failure(.refused, "\(path) was ended by a signal") }
        return ExitStatus(code: code)
    }

    private func arguments(in session: Session) throws(Failure) -> [String] {
        var arguments = ["--try-provider"]
        for (name, value) in [("--amount", amount), ("--account", account), ("--options", options)] {
            // In one word, or a value that begins with a dash would be taken for an option.
            if let value { arguments.append("\(name)=\(value)") }
        }
        if send { arguments.append("--send") }
        return arguments + ["--", try program(in: session)] + command.dropFirst()
    }

    /// The absolute path of the program, found as a shell finds it.
    private func program(in session: Session) throws(Failure) -> String {
        let name = command[0]
        guard !name.hasPrefix("/") else { return name }
        guard !name.contains("/") else { return "\(OwnProcess.workingFolder)/\(name)" }
        guard let path = ProgramSearch.path(of: name, environment: session.environment) else {
            throw Failure(.refused, "there is no program \(name) in $PATH")
        }
        return path
    }

    private func report(_ walletd: ChildProgram, _ arguments: [String], _ session: Session) throws -> Int32? {
        let outcome = try walletd.captured(
            arguments, bytesMax: Self.reportBytesMax, seconds: Self.secondsMax)
        let steps = outcome.output.split(separator: "\n").compactMap(Self.step)
        guard !steps.isEmpty else {
            throw Failure(.refused, outcome.output.trimmingPrefix { $0.isWhitespace }.description)
        }
        try session.print(json: try JSONCoding.encode(TrialReport(steps: steps)))
        return outcome.code
    }

    /// Out of `VERDICT: ACTION: MESSAGE`.
    private static func step(_ line: Substring) -> TrialReport.Step? {
        let parts = line.split(separator: ": ", maxSplits: 2).map(String.init)
        guard parts.count == 3, ["ok", "note", "fault"].contains(parts[0]) else { return nil }
        return TrialReport.Step(action: parts[1], verdict: parts[0], message: parts[2])
    }
}
