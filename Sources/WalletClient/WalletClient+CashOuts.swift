package import WalletAPI

extension WalletClient {
    package func cashOuts(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<CashOut>> {
        try get(Endpoint.cashOuts.path(), query)
    }

    package func cashOut(_ id: String) throws(ClientError) -> Answer<CashOut> {
        try get(Endpoint.cashOut.path(id))
    }

    /// With a key, the same request once more is answered with the same cash-out.
    package func newCashOut(
        _ request: CashOutRequest, idempotencyKey: String? = nil
    ) throws(ClientError) -> Answer<CashOut> {
        try send(.post(Endpoint.cashOuts.path(), json: request, idempotencyKey: idempotencyKey))
    }

    package func approve(_ id: String, _ approval: ApproveRequest) throws(ClientError) -> Answer<CashOut> {
        try send(.post(Endpoint.approve.path(id), json: approval))
    }

    package func reject(_ id: String, _ rejection: RejectRequest) throws(ClientError) -> Answer<CashOut> {
        try send(.post(Endpoint.reject.path(id), json: rejection))
    }

    /// Has the daemon ask the provider.
    package func evidence(on id: String) throws(ClientError) -> Answer<Evidence> {
        try send(.post(Endpoint.resolve.path(id), json: ResolveRequest()))
    }

    package func resolve(_ id: String, _ resolution: ResolveRequest) throws(ClientError) -> Answer<CashOut> {
        try send(.post(Endpoint.resolve.path(id), json: resolution))
    }

    package func release(_ id: String) throws(ClientError) -> Answer<CashOut> {
        try send(.post(Endpoint.release.path(id)))
    }

    package func pauseCashOuts() throws(ClientError) -> Answer<StopSwitch> {
        try send(.post(Endpoint.pauseCashOuts.path()))
    }

    package func resumeCashOuts(_ request: ResumeCashOutsRequest) throws(ClientError) -> Answer<StopSwitch> {
        try send(.post(Endpoint.resumeCashOuts.path(), json: request))
    }
}
