import WalletAPI

/// The one way to call a daemon: through its socket, one method for each thing that it can be asked.
///
/// Each call is a connection of its own, closed when the call ends. Calls block: from a task, make them on a thread of
/// their own.
package struct WalletClient: Sendable {
    package let socket: String
    /// How long an answer may take, from the connection to its last byte; a stream, up to its begin.
    private let patience: Duration

    /// A daemon answers at once; only a reload that reads many files, or a machine that swaps, takes seconds.
    package static let patienceUsual = Duration.seconds(30)

    /// An answer that waits for a provider takes as long as the configuration lets that one take, at most some minutes.
    package static let patienceForProviders = Duration.seconds(600)

    /// A copy of a large database on a slow disk, before its first byte comes.
    package static let patienceForCopies = Duration.seconds(3600)

    package init(socket: String, patience: Duration = patienceUsual) {
        self.socket = socket
        self.patience = patience
    }

    func get<Value: Decodable>(_ path: String, _ query: [QueryParameter] = []) throws(ClientError) -> Answer<Value> {
        try send(.get(query.appended(to: path)))
    }

    func send<Value: Decodable>(_ request: HTTPRequest) throws(ClientError) -> Answer<Value> {
        var answer = try HTTPAnswer(to: request, at: socket, within: patience)
        let body = try answer.body()
        guard (200..<300).contains(answer.head.status) else { throw Refusal.error(answer.head, body) }
        return Answer(bytes: body)
    }

    /// Hands over that the daemon has begun a stream of that type, then its pieces until the daemon ends it.
    func stream(_ request: HTTPRequest, of mediaType: String, receive: (StreamPart) throws -> Void) throws {
        var answer = try HTTPAnswer(to: request, at: socket, within: patience)
        guard answer.head.status == 200, answer.head.mediaType == mediaType else {
            throw Refusal.error(answer.head, try answer.body())
        }
        answer.liftDeadline()
        try receive(.opened)
        while let bytes = try answer.piece() {
            try receive(.piece(bytes))
        }
    }

    enum StreamPart {
        case opened
        case piece(ArraySlice<UInt8>)
    }
}
