package import WalletAPI

extension WalletClient {
    package func rules(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Rule>> {
        try get(Endpoint.rules.path(), query)
    }

    package func rule(_ name: String, _ query: [QueryParameter] = []) throws(ClientError) -> Answer<Rule> {
        try get(Endpoint.rule.path(name), query)
    }

    package func confirm(_ rule: String, _ consent: ConfirmRequest) throws(ClientError) -> Answer<Rule> {
        try send(.post(Endpoint.confirm.path(rule), json: consent))
    }

    package func plan(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Plan>> {
        try get(Endpoint.plan.path(), query)
    }

    package func providers(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Provider>> {
        try get(Endpoint.providers.path(), query)
    }

    package func destinations(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Destination>> {
        try get(Endpoint.destinations.path(), query)
    }

    package func postings(_ query: [QueryParameter] = []) throws(ClientError) -> Answer<Page<Posting>> {
        try get(Endpoint.postings.path(), query)
    }
}
