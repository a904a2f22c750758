package import WalletAPI

extension WalletClient {
    package func status() async throws(ClientError) -> Answer<Status> {
        try await get(Endpoint.status.path())
    }

    package func sources(_ query: [QueryParameter] = []) async throws(ClientError) -> Answer<Page<Source>> {
        try await get(Endpoint.sources.path(), query)
    }

    package func poll(_ source: String) async throws(ClientError) -> Answer<Source> {
        try await send(.post(Endpoint.poll.path(source)))
    }

    package func pause(_ source: String) async throws(ClientError) -> Answer<Source> {
        try await send(.post(Endpoint.pause.path(source)))
    }

    package func resume(_ source: String) async throws(ClientError) -> Answer<Source> {
        try await send(.post(Endpoint.resume.path(source)))
    }

    package func reload() async throws(ClientError) -> Answer<Reload> {
        try await send(.post(Endpoint.reload.path()))
    }
}
