import ArgumentParser
import WalletAPI
import WalletClient

struct EventsVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "List what the daemon announced.",
        discussion: """
            Each line is one event: its number, time, type, severity and a sentence. With --follow, events go on being \
            printed as they are announced, also across a restart of the daemon.

            Example: walletctl events --since 1h --type 'alert.*' --follow
            """)

    @Option(help: ArgumentHelp("From when on: a duration before now, a day or an instant.", valueName: "time"))
    var since: TimeReference = .init(days: 1)

    @Option(help: ArgumentHelp("Only these: a type or a glob.", valueName: "type"))
    var type: String?

    @Flag(help: "Go on with what is announced from now on.")
    var follow = false

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        let client = try session.client()
        guard follow else { return try list(client, session) }
        try EventFollower(client: client, query: query).run { streamed in
            if global.json {
                try session.print(json: streamed.data)
            } else {
                try session.print([EventsView.line(streamed.event(), on: session.traits)])
            }
        }
    }

    /// Printed page by page: there may be more than a table of them should hold.
    private func list(_ client: WalletClient, _ session: Session) throws -> ExitStatus {
        let paging = Paging(fetch: client.events)
        guard !global.json else {
            try paging.eachPiece(query) { try session.print(raw: $0[...]) }
            return .done
        }
        try paging.eachItems(query) { events in
            try session.print(events.map { EventsView.line($0, on: session.traits) })
        }
        return .done
    }

    private var query: [QueryParameter] {
        [QueryParameter(.since, since.text)] + (type.map { [QueryParameter(.type, $0)] } ?? [])
    }
}
