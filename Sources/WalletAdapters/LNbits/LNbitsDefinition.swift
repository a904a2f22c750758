/// Where an LNbits server is, and the key of one of its wallets.
package struct LNbitsDefinition: Equatable, Sendable {
    /// Of the server, as ``HTTPAddress`` takes it and without a query; its API is at `/api` below.
    package var url: String
    /// To read a balance the wallet's invoice key is enough; to pay it takes the admin key.
    package var key: SecretReference
    /// A PEM file with further trusted authorities.
    package var caFile: String?

    package init(url: String, key: SecretReference, caFile: String? = nil) {
        self.url = url
        self.key = key
        self.caFile = caFile
    }
}
