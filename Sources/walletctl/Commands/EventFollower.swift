import WalletAPI
import WalletClient

/// Follows the daemon's events across its restarts.
struct EventFollower {
    let client: WalletClient
    let query: [QueryParameter]
    /// How long to wait before each try to get the stream back; after the last, it is given up.
    var pauses = Self.pausesUsual

    /// About half a minute, in which a daemon that is restarted or upgraded is back.
    static let pausesUsual = [0.1, 0.4, 1, 2, 4, 8, 16].map { Duration.seconds($0) }

    /// Ends only by an error: of the output, of the daemon's answer, or because the daemon is not there or stays away.
    func run(receive: (StreamedEvent) throws -> Void) async throws -> Never {
        var lastEventID: String?
        var pausesLeft: ArraySlice<Duration> = []
        var ending = ClientError.unreachable(socket: client.socket, cause: "the stream ended")
        while true {
            do {
                try await client.followEvents(query, lastEventID: lastEventID) { item in
                    switch item {
                    case .opened: pausesLeft = pauses[...]
                    case .event(let event):
                        try receive(event)
                        lastEventID = event.id ?? lastEventID
                    }
                }
            } catch ClientError.unreachable(let socket, let cause) {
                ending = .unreachable(socket: socket, cause: cause)
            }
            guard let pause = pausesLeft.popFirst() else { throw ending }
            try await Task.sleep(for: pause)
        }
    }
}
