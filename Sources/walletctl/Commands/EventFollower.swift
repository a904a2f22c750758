import Glibc
import WalletAPI
import WalletClient

/// Follows the daemon's events across its restarts.
struct EventFollower {
    let client: WalletClient
    let query: [QueryParameter]
    /// How many milliseconds to wait before each try to get the stream back; after the last, it is given up.
    var pauses = Self.pausesUsual

    /// About half a minute, in which a daemon that is restarted or upgraded is back.
    static let pausesUsual: [UInt32] = [100, 400, 1_000, 2_000, 4_000, 8_000, 16_000]

    /// Ends only by an error: of the output, of the daemon's answer, or because the daemon is not there or stays away.
    func run(receive: (StreamedEvent) throws -> Void) throws -> Never {
        var lastEventID: String?
        var pausesLeft: ArraySlice<UInt32> = []
        var ending = ClientError.unreachable(socket: client.socket, cause: "the stream ended")
        while true {
            do {
                try client.followEvents(query, lastEventID: lastEventID) { item in
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
            usleep(pause * 1_000)
        }
    }
}
