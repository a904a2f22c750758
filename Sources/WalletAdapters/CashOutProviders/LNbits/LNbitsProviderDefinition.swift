package import WalletCore

/// `adapter = "lnbits"`: pays Lightning addresses from a wallet on an LNbits server.
package struct LNbitsProviderDefinition: Equatable, Sendable {
    /// With the admin key of the wallet.
    package var server: LNbitsDefinition
    /// Which network the server's wallet is on; an invoice of another is refused.
    package var network: LightningNetwork
    /// What the server keeps back of a payment for the fees of its route, in SAT; `nil`: what LNbits does by itself, 1 %
    /// and no less than 2 SAT.
    package var reserve: FeeTable?

    package init(server: LNbitsDefinition, network: LightningNetwork = .bitcoin, reserve: FeeTable? = nil) {
        self.server = server
        self.network = network
        self.reserve = reserve
    }
}
