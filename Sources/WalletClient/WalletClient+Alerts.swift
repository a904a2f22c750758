package import WalletAPI

extension WalletClient {
    package func alerts(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Alert>> {
        try get(Endpoint.alerts.path(), query)
    }

    package func acknowledge(_ alert: String) throws(ClientError) -> Answer<Alert> {
        try send(.post(Endpoint.acknowledge.path(alert)))
    }
}
