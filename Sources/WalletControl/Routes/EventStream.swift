import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle
import WalletAPI
import WalletCore
import WalletEngine

/// Events as they are announced, as an event stream (WHATWG HTML, 9.2): `id:` is an event's number, `data:` its JSON.
///
/// Events are read from the database in their order, so none is left out or told twice, however slow the client is.
struct EventStream: Sendable {
    static let mediaType = "text/event-stream"
    /// Events that are read at once: what a slow client keeps in memory.
    private static let batch = 100

    let questions: Questions
    let query: EventQuery
    /// The stream ends after so many; `nil`: never by itself.
    let most: Int?
    /// A comment is sent after so long without an event, so that both sides notice when the other is gone.
    let heartbeat: Duration

    var response: Response {
        Response(
            status: .ok, headers: [.contentType: Self.mediaType, .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await send(to: &writer)
                try await writer.finish(nil)
            })
    }

    /// Ends after ``most`` events, or when the daemon stops.
    private func send(to writer: inout any ResponseBodyWriter) async throws {
        var query = query
        var left = most ?? .max
        while left > 0, !Task.isShuttingDownGracefully {
            try Task.checkCancellation()
            let newest = questions.lastEvent
            let limit = min(left, Self.batch)
            let events = try await questions.events(query, limit: limit)
            if !events.isEmpty { try await writer.write(try Self.text(of: events)) }
            left -= events.count
            query.after = events.last?.seq ?? query.after
            guard events.count < limit else { continue }
            // Whatever is not newer was read, or is of a type that is not wanted.
            query.after = max(query.after, newest)
            while try await !isThere(after: query.after) { try await writer.write(ByteBuffer(string: ":\n\n")) }
        }
    }

    /// Waits for a newer event or the end of the daemon; `false` where it is time for a heartbeat.
    private func isThere(after seq: Int64) async throws -> Bool {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                await questions.eventCommitted(after: seq)
                return true
            }
            group.addTask {
                try await gracefulShutdown()
                return true
            }
            group.addTask {
                try await Task.sleep(for: heartbeat)
                return false
            }
            return try await group.next() ?? true
        }
    }

    private static func text(of events: [WalletCore.Event]) throws -> ByteBuffer {
        var text = ByteBuffer()
        for event in events {
            text.writeString("id: \(event.seq)\ndata: ")
            text.writeImmutableBuffer(try JSONText.buffer(of: WalletAPI.Event(event)))
            text.writeString("\n\n")
        }
        return text
    }
}
