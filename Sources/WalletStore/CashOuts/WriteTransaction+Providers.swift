import SQLite
package import WalletCore

extension WriteTransaction {
    /// What a provider promised when it described itself; it must have been seen.
    package func save(_ promise: ProviderPromise, of provider: String) throws(StoreError) {
        try database.run(
            "UPDATE provider SET promise = ?, described_at = ? WHERE name = ?", promise.column, now, provider)
        guard database.changes == 1 else { throw database.refused("there is no provider \(provider)") }
    }

    /// Has a provider wait for a person, or not any more where there is no reason; does nothing where it is not known.
    package func save(attention failure: SourceHealth.Failure?, of provider: String) throws(StoreError) {
        try database.run(
            "UPDATE provider SET attention_at = ?, attention = ?, attention_message = ? WHERE name = ?",
            failure?.at, failure?.reason.rawValue, failure?.message, provider)
    }

    func save(attention fault: CashOutConsequence.ProviderFault, of provider: String) throws(StoreError) {
        let failure =
            switch fault {
            case .refusedCredential:
                SourceHealth.Failure(
                    at: now, reason: .refusedCredential, message: "\(provider) refused its credential.")
            case .misconfigured:
                SourceHealth.Failure(at: now, reason: .misconfigured, message: "\(provider) refused its options.")
            }
        try save(attention: failure, of: provider)
    }

    /// What counts as told about a provider from now on.
    package func save(told codes: Set<TrustNotice.Code>, about provider: String) throws(StoreError) {
        let known = try told(about: provider)
        for code in known.subtracting(codes) {
            try database.run("DELETE FROM trust_announced WHERE provider = ? AND code = ?", provider, code.rawValue)
        }
        for code in codes.subtracting(known) {
            try database.run(
                "INSERT INTO trust_announced (provider, code, at) VALUES (?, ?, ?)", provider, code.rawValue, now)
        }
    }
}
