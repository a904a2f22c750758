import WalletAPI

/// What a person is about to stand behind: a rule, its destination, its provider and the fee.
enum ConsentView {
    static func lines(
        _ rule: Rule, _ destination: Destination?, _ provider: Provider?, on traits: TerminalTraits
    ) -> [String] {
        let head = [
            FactList.Fact("rule", Cell(rule.name)), .init("mode", Cell(rule.mode)),
            .init("revision", Cell(rule.revision)),
        ]
        let facts =
            head + (rule.terms.map(facts) ?? []) + (destination.map(facts) ?? []) + (provider.map(facts) ?? [])
        return FactList(facts).lines(on: traits)
    }

    private static func facts(_ terms: CashOutTerms) -> [FactList.Fact] {
        let budget = terms.budget.map { "\($0.amount.text) and \($0.fees.text) of fees in \($0.every)" }
        return [
            .init("from", Cell(terms.from.joined(separator: ", "))), .init("when above", Cell(terms.whenAbove.text)),
            .init("leaves", Cell(terms.leave.text)),
            .init("fee at most", Cell(terms.maxFee?.joined(separator: " and ") ?? "not limited")),
            .init("at least", Cell(terms.minAmount?.text)), .init("at most", Cell(terms.maxAmount?.text)),
            .init("readings that agree", Cell("\(terms.confirm)")), .init("cooldown", Cell(terms.cooldown)),
            .init("goes by age after", Cell(terms.maxAge)), .init("goes before expiry", Cell(terms.beforeExpiry)),
            .init("approval within", Cell(terms.approveWithin)), .init("budget", Cell(budget)),
        ]
    }

    private static func facts(_ destination: Destination) -> [FactList.Fact] {
        [
            .init("to", Cell("\(destination.name), account \(DestinationsView.account(destination))")),
            .init("usable from", .time(destination.usableFrom, destination.usable ? .plain : .warning)),
        ]
    }

    private static func facts(_ provider: Provider) -> [FactList.Fact] {
        [
            .init("by", Cell("\(provider.name) (\(provider.adapter))")),
            .init("its fee", Cell(provider.fee.map(ProvidersView.fee) ?? "not known before it is asked")),
            .init("processing", Cell(provider.processing)), .init("registration", Cell(provider.registration)),
            .init("checked on", Cell(provider.verifiedOn)), .init("identity", Cell(provider.identity)),
            .init("speaks against it", Cell(ProvidersView.objections(provider), .warning)),
        ]
    }
}
