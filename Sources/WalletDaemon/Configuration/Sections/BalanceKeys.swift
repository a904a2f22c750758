import WalletCore

/// The keys that say how a source's balances count, whoever reads them.
enum BalanceKeys {
    /// What a person recorded by hand is right until the same person says otherwise.
    private static let staleAfterByHand = Duration.writtenMax

    static func read(_ reader: inout TableReader, into settings: inout SourceSettings) {
        if settings.every == nil { settings.staleAfter = staleAfterByHand }
        if let member = reader.member("stale_after"),
            let staleAfter = reader.take(
                member, { value throws(ValueFlaw) in try value.duration(in: .seconds(1)...Duration.writtenMax) })
        {
            settings.staleAfter = staleAfter
            if let every = settings.every, staleAfter <= every {
                reader.findings.warn(
                    "`stale_after` is not longer than `every`: the balances are stale between polls", at: member.place)
            }
        }
        if let kind = reader.optional("kind", { value throws(ValueFlaw) in try value.word(BalanceKind.self) }) {
            settings.kind = kind
        }
        guard let member = reader.member("withdrawal"),
            let withdrawal = reader.take(member, { value throws(ValueFlaw) in try value.word(Withdrawal.self) })
        else { return }
        settings.withdrawal = withdrawal
        if settings.kind == .carrierBilling, withdrawal != .none {
            reader.findings.fault(
                "`withdrawal` must be \"none\" where `kind` is \"carrier-billing\": that is debt, not money",
                at: member.place)
        }
    }
}
