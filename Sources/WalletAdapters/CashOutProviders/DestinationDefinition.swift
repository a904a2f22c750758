/// Where cash-outs land, as configured.
package struct DestinationDefinition: Equatable, Sendable {
    package var name: String
    /// Holds the account: a bank account, a Lightning address.
    package var account: SecretReference
    /// For Lightning: the public key, in hex, of the node that must be paid; `nil`: whoever the address names.
    package var payee: String?

    package init(name: String, account: SecretReference, payee: String? = nil) {
        self.name = name
        self.account = account
        self.payee = payee
    }
}
