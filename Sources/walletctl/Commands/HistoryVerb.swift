import ArgumentParser
import WalletAPI
import WalletClient

struct HistoryVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show what a holding's balance was.",
        discussion: """
            Each line is a stretch of time in which the balance stayed the same, or a gap in which nothing was learned; \
            with --step, the value at the end of each step.

            Times are a duration before now (90s, 15m, 6h, 30d, 1w), a day (2026-11-22) or an instant \
            (2026-11-22T10:00:00Z), in UTC.

            Example: walletctl history tmoney --since 30d --plot
            """)

    @Argument(help: "Which holding.")
    var holding: HoldingReference

    @Option(
        help: ArgumentHelp("From when on; without it, 30d, and with --until from the first reading.", valueName: "time")
    )
    var since: TimeReference?

    @Option(help: ArgumentHelp("Up to when; without it, now.", valueName: "time"))
    var until: TimeReference?

    @Option(help: ArgumentHelp("One value for each such stretch, in place of the changes.", valueName: "duration"))
    var step: DurationText?

    @Flag(help: "Draw it.")
    var plot = false

    @OptionGroup
    var global: GlobalOptions

    func validate() throws {
        guard !(plot && global.json) else {
            throw ValidationError("--plot draws and --json does not: give one of them.")
        }
    }

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        let path = try holding.resolved(client)
        guard plot else {
            return try session.list(
                "No history in that time.", query, page: { try client.history(path, $0) },
                as: HistoryView.table)
        }
        let entries = try Paging { try client.history(path, $0) }.items(query)
        try session.print(try HistoryView.plot(entries, of: path, on: session.traits))
        return .done
    }

    private var query: [QueryParameter] {
        let first = since ?? (until == nil ? TimeReference(days: 30) : nil)
        return [
            first.map { QueryParameter(.since, $0.text) }, until.map { QueryParameter(.until, $0.text) },
            step.map { QueryParameter(.step, $0.text) },
        ].compactMap(\.self)
    }
}
