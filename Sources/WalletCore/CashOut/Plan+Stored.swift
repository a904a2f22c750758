extension Plan.Route {
    /// For one that was stored.
    package init(
        destination: String, destinationIdentity: String, provider: String, providerIdentity: String
    ) {
        self.destination = destination
        self.destinationIdentity = destinationIdentity
        self.provider = provider
        self.providerIdentity = providerIdentity
    }
}
