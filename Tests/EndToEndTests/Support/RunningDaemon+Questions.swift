import WalletAPI
import WalletClient
import WalletTestSupport

extension RunningDaemon {
    /// What the API says of a source.
    func source(_ name: String) async throws -> Source {
        let sources = try await ask { client throws(ClientError) in try client.sources().value().items }
        guard let source = sources.first(where: { $0.name == name }) else { throw Missing(name: name) }
        return source
    }

    func status() async throws -> Status {
        try await ask { client throws(ClientError) in try client.status().value() }
    }

    /// The client blocks.
    func ask<Value: Sendable>(
        _ question: @escaping @Sendable (WalletClient) throws(ClientError) -> Value
    ) async throws -> Value {
        let result = await OwnThread.run { [client] in Result { () throws(ClientError) in try question(client) } }
        return try result.get()
    }

    struct Missing: Error {
        let name: String
    }
}
