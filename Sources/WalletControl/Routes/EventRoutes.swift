import HTTPTypes
import Hummingbird
import WalletAPI
import WalletCore
import WalletEngine

struct EventRoutes {
    let daemon: ControlledDaemon
    let heartbeat: Duration

    var routes: [Route] {
        [
            Route(
                .get, .events,
                RouteDescription(
                    """
                    What the daemon announced, oldest first. Who accepts text/event-stream gets the same and then each \
                    event as it is announced; Last-Event-ID goes on after that event. With a limit the stream ends \
                    after so many.
                    """, answer: .init(schema: .page(of: "Event"), stream: EventStream.mediaType)
                ).taking(.after, .since, .type, .limit, .cursor), handle: list)
        ]
    }

    private func list(_ call: Call) async throws -> Response {
        let query = try query(call)
        guard !call.acceptsStream else {
            let stream = EventStream(
                questions: daemon.questions, query: query, most: try call.query.limit(), heartbeat: heartbeat)
            return stream.response
        }
        let limit = try call.query.limit() ?? PageLimit.usual
        let found = try await daemon.questions.events(query, limit: limit + 1)
        let shown = found.prefix(limit)
        let next = found.count > limit ? shown.last.map { Cursor.text("\($0.seq)") } : nil
        return try Response(json: Page(items: shown.map(WalletAPI.Event.init), next: next))
    }

    /// Where to begin: the event that the client saw last counts more than where the query began.
    private func query(_ call: Call) throws(Problem) -> EventQuery {
        let types = call.query.all(.type)
        _ = try call.query.words(.type, of: EventType.self)
        let cursor = try number(call.query.position(), or: "`cursor` is the `next` of another page of events")
        let seen = try number(call.lastEventID, or: "Last-Event-ID is the number of an event")
        let after = try call.query.number(.after)
        return EventQuery(
            after: seen ?? cursor ?? after ?? 0,
            since: seen == nil ? try call.query.instant(.since, now: daemon.now()) : nil, types: types.map(Glob.init))
    }

    private func number(_ text: String?, or flaw: String) throws(Problem) -> Int64? {
        guard let text else { return nil }
        guard let number = Int64(text), number >= 0 else { throw Problem(.badRequest, flaw) }
        return number
    }
}

extension Call {
    fileprivate var acceptsStream: Bool {
        request.method == .get
            && request.headers[values: .accept].contains { $0.lowercased().contains(EventStream.mediaType) }
    }

    fileprivate var lastEventID: String? {
        guard acceptsStream, let name = HTTPField.Name("Last-Event-ID") else { return nil }
        return request.headers[name]
    }
}
