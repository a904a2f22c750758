import NIOCore
package import WalletAPI

extension WalletClient {
    package func events(_ query: [QueryParameter] = []) async throws(ClientError) -> Answer<Page<Event>> {
        try await get(Endpoint.events.path(), query)
    }

    /// Hands over that the stream is open and then each event as it is announced, until the daemon ends the stream.
    ///
    /// With `lastEventID` the stream goes on after that event, whatever the query says. What `receive` throws ends the
    /// stream and is thrown on.
    package func followEvents(
        _ query: [QueryParameter] = [], lastEventID: String? = nil, receive: (StreamItem) async throws -> Void
    ) async throws {
        let target = query.appended(to: Endpoint.events.path())
        var parser = EventStreamParser()
        try await HTTPExchange(socket: socket).stream(.events(target, after: lastEventID)) { part in
            switch part {
            case .opened: try await receive(.opened)
            case .piece(let bytes):
                for event in try parser.parse(bytes.readableBytesView) {
                    try await receive(.event(event))
                }
            }
        }
    }
}
