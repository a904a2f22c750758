import WalletAPI

/// The one way to call a daemon: through its socket, one method for each thing that it can be asked.
///
/// Each call is a connection of its own, closed when the call ends.
package struct WalletClient: Sendable {
    package let socket: String
    /// How long an answer may take, from the connection to its last byte; a stream has no such limit.
    private let patience: Duration

    /// A daemon answers at once; only a reload that reads many files, or a machine that swaps, takes seconds.
    package static let patienceUsual = Duration.seconds(30)

    package init(socket: String, patience: Duration = patienceUsual) {
        self.socket = socket
        self.patience = patience
    }

    func get<Value: Decodable>(
        _ path: String, _ query: [QueryParameter] = []
    ) async throws(ClientError) -> Answer<Value> {
        try await send(.get(query.appended(to: path)))
    }

    func send<Value: Decodable>(_ request: HTTPExchange.Request) async throws(ClientError) -> Answer<Value> {
        let response = try await HTTPExchange(socket: socket).response(to: request, within: patience)
        guard (200..<300).contains(response.status) else { throw Refusal.error(of: response) }
        return Answer(bytes: response.body)
    }
}
