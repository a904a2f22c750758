package import WalletAPI

extension WalletClient {
    package func status() throws(ClientError) -> Answer<Status> {
        try get(Endpoint.status.path())
    }

    package func sources(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Source>> {
        try get(Endpoint.sources.path(), query)
    }

    package func poll(_ source: String) throws(ClientError) -> Answer<Source> {
        try send(.post(Endpoint.poll.path(source)))
    }

    package func pause(_ source: String) throws(ClientError) -> Answer<Source> {
        try send(.post(Endpoint.pause.path(source)))
    }

    package func resume(_ source: String) throws(ClientError) -> Answer<Source> {
        try send(.post(Endpoint.resume.path(source)))
    }

    package func reload() throws(ClientError) -> Answer<Reload> {
        try send(.post(Endpoint.reload.path()))
    }
}
