package import WalletAPI

extension WalletClient {
    package func alerts(_ query: [QueryParameter] = []) async throws(ClientError) -> Answer<Page<Alert>> {
        try await get(Endpoint.alerts.path(), query)
    }

    package func acknowledge(_ alert: String) async throws(ClientError) -> Answer<Alert> {
        try await send(.post(Endpoint.acknowledge.path(alert)))
    }

    package func rules(_ query: [QueryParameter] = []) async throws(ClientError) -> Answer<Page<Rule>> {
        try await get(Endpoint.rules.path(), query)
    }

    package func rule(_ name: String) async throws(ClientError) -> Answer<Rule> {
        try await get(Endpoint.rule.path(name))
    }
}
