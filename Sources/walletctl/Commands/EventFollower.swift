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

    /// Returns never but by an error: of the output, of the daemon's answer, or because it stays away.
    func run(receive: (StreamedEvent) throws -> Void) async throws -> Never {
        var lastEventID: String?
        var tries = pauses.makeIterator()
        while true {
            do {
                try await client.followEvents(query, lastEventID: lastEventID) { event in
                    try receive(event)
                    lastEventID = event.id ?? lastEventID
                    tries = pauses.makeIterator()
                }
            } catch ClientError.unreachable(let socket, let cause) {
                guard let pause = tries.next() else { throw ClientError.unreachable(socket: socket, cause: cause) }
                try await Task.sleep(for: pause)
            }
        }
    }
}
