import WalletCore

/// What an invoice must be so that paying it is what was planned.
struct LightningInvoiceCheck {
    let millisatoshi: Int64
    /// Of the metadata that came with the terms (LUD-06).
    let descriptionHash: [UInt8]
    let network: LightningNetwork
    let now: Timestamp
    /// How long paying may take.
    let timeout: Duration

    /// How long it can still be paid.
    func lifetime(of invoice: LightningInvoice) throws(PortFailure) -> Duration {
        guard invoice.networkPrefix == network.prefix else {
            throw refusal(
                "is for the network \"\(SafeText.excerpt(invoice.networkPrefix))\", not for \(network.rawValue)")
        }
        guard invoice.millisatoshi == millisatoshi else {
            throw refusal(
                "is over \(invoice.millisatoshi) millisatoshi instead of \(millisatoshi)"
                    + (millisatoshi % 1000 == 0 ? "" : "; with step = \"1 SAT\" only whole ones are asked for"))
        }
        guard invoice.descriptionHash == descriptionHash else {
            throw refusal("is not bound to the terms that it was asked for")
        }
        // Of two clocks that differ the one that ends the lifetime sooner counts.
        let lifetime = min(invoice.expires - now, invoice.lifetime)
        guard lifetime > timeout else { throw refusal("expires before it could be paid") }
        return lifetime
    }

    private func refusal(_ fact: String) -> PortFailure { PortFailure(.failed, "the invoice that was offered \(fact)") }
}
