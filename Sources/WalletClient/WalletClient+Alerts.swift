package import WalletAPI

extension WalletClient {
    package func alerts(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Alert>> {
        try get(Endpoint.alerts.path(), query)
    }

    package func acknowledge(_ alert: String) throws(ClientError) -> Answer<Alert> {
        try send(.post(Endpoint.acknowledge.path(alert)))
    }

    package func rules(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Rule>> {
        try get(Endpoint.rules.path(), query)
    }

    package func rule(_ name: String) throws(ClientError) -> Answer<Rule> {
        try get(Endpoint.rule.path(name))
    }
}
