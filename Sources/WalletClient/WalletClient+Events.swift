package import WalletAPI

extension WalletClient {
    package func events(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Event>> {
        try get(Endpoint.events.path(), query)
    }

    /// Hands over that the stream is open and then each event as it is announced, until the daemon ends the stream.
    ///
    /// With `lastEventID` the stream goes on after that event, whatever the query says. What `receive` throws ends the
    /// stream and is thrown on.
    package func followEvents(
        _ query: [QueryParameter] = [], lastEventID: String? = nil, receive: (StreamItem) throws -> Void
    ) throws {
        let target = query.appended(to: Endpoint.events.path())
        var parser = EventStreamParser()
        try stream(.events(target, after: lastEventID), of: EventStreamParser.mediaType) { part in
            switch part {
            case .opened: try receive(.opened)
            case .piece(let bytes):
                for event in try parser.parse(bytes) {
                    try receive(.event(event))
                }
            }
        }
    }
}
