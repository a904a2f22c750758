import WalletCore

/// The account of a destination, for the time of one call.
struct ResolvedAccount {
    let secret: Secret
    let text: String

    init(_ destination: DestinationDefinition, from credentials: Credentials) throws(PortFailure) {
        secret = try credentials.secret(destination.account)
        guard let text = secret.headerText else {
            throw PortFailure(
                .misconfigured, "\(destination.account) is not the text of an account: it holds control characters")
        }
        self.text = text
    }
}
