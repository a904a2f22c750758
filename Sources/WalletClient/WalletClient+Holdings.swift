package import WalletAPI

extension WalletClient {
    package func holdings(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Holding>> {
        try get(Endpoint.holdings.path(), query)
    }

    package func history(
        _ holding: HoldingPath, _ query: [QueryParameter] = []
    ) throws(ClientError) -> Answer<Page<HistoryEntry>> {
        try get(Endpoint.history.path(holding.source, holding.account, holding.asset), query)
    }

    package func record(
        _ holding: HoldingPath, _ balance: RecordRequest
    ) throws(ClientError) -> Answer<Holding> {
        let path = Endpoint.holding.path(holding.source, holding.account, holding.asset)
        return try send(.post(path, json: balance))
    }
}
