extension CashOutRule {
    /// All that decides, as text that is kept in the database; the same in every version of the program: a part is added
    /// only where it is in use.
    package var identity: String {
        let patterns = Set(from.map(\.identity)).sorted().joined(separator: ",")
        var parts = [
            "from=[\(patterns)]", "when_above=\(whenAbove.identity)", "leave=\(leave.identity)",
            "to=\(destination)", "mode=\(mode.rawValue)", "confirm=\(confirm)",
        ]
        parts.add("max_fee_percent", maxFee.percent?.description)
        parts.add("max_fee", maxFee.amount?.identity)
        parts.add("min_amount", minAmount?.identity)
        parts.add("max_amount", maxAmount?.identity)
        parts.add("cooldown", cooldown?.identity)
        parts.add("max_age", maxAge?.identity)
        parts.add("before_expiry", beforeExpiry?.identity)
        parts.add("approve_within", approveWithin?.identity)
        parts.add("budget", budget?.identity)
        return parts.joined(separator: " ")
    }

    /// What an operator consents to, as text: the rule, its destination and its provider. The revision is a hash of it.
    package func consentText(_ destination: Destination, _ provider: Provider) -> String {
        [identity, destination.consentText, provider.consentText].joined(separator: "\n")
    }
}

extension HoldingPattern {
    fileprivate var identity: String {
        "\"\((account.map { "\(source.pattern)/\($0.pattern)" } ?? source.pattern).escapingQuotes)\""
    }
}

extension Budget {
    fileprivate var identity: String { "\(amount.identity)+\(fees.identity)/\(every.identity)" }
}

extension Duration {
    fileprivate var identity: String { "\(wholeMilliseconds)ms" }
}

extension Destination {
    fileprivate var consentText: String {
        "destination=\(name) identity=\(identity) cooling_off=\(coolingOff.identity)"
    }
}

extension Provider {
    fileprivate var consentText: String {
        var parts = ["provider=\(name)", "identity=\(identityHash)", "identity_check=\(identity.rawValue)"]
        parts.add("registration", registration.map { "\"\($0.escapingQuotes)\"" })
        parts.add("verified_on", verifiedOn?.description)
        parts.add("identity_until", identityUntil?.description)
        parts.add("fee_percent", fee?.percent?.description)
        parts.add("fee_fixed", fee?.fixed?.identity)
        parts.add("fee_minimum", fee?.minimum?.identity)
        parts.add("fee_maximum", fee?.maximum?.identity)
        parts.add("minimum", minimum?.identity)
        parts.add("step", step?.identity)
        parts.add("processing", processing?.description)
        parts.add("reversal_window", reversalWindow.identity)
        parts.add("timeout", timeout == Provider.timeoutDefault ? nil : timeout.identity)
        switch bundling {
        case .single: break
        case .bundles: parts.append("bundles")
        }
        return parts.joined(separator: " ")
    }
}

extension [String] {
    fileprivate mutating func add(_ key: String, _ value: String?) {
        if let value { append("\(key)=\(value)") }
    }
}
