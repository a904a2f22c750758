import WalletAPI

/// Providers as a table.
enum ProvidersView {
    static func table(_ providers: [Provider]) -> Table {
        Table(
            [
                .essential("PROVIDER", cutTo: 8), .detail(1, "FEE", cutTo: 16), .detail(4, "MINIMUM", .right),
                .detail(3, "PROCESSING"), .essential("IDENTITY"), .detail(6, "UNTIL"), .detail(5, "CHECKED"),
                .detail(2, "SPEAKS AGAINST IT", cutTo: 24), .detail(7, "ADAPTER"),
                .detail(9, "REGISTRATION", cutTo: 16), .detail(8, "PROMISES", cutTo: 16), .detail(10, "SINCE"),
            ],
            rows: providers.map { provider in
                [
                    Cell(provider.name), Cell(provider.fee.map(fee)), Cell(provider.minimum?.text),
                    Cell(provider.processing), Cell(provider.identity, tone(provider.identity)),
                    Cell(provider.identityUntil), Cell(provider.verifiedOn), Cell(objections(provider), .warning),
                    Cell(provider.adapter), Cell(provider.registration), Cell(provider.described.map(promises)),
                    .time(provider.since),
                ]
            })
    }

    /// `1.5% + 500 KRW, at least 500 KRW, at most 5000 KRW`
    static func fee(_ fee: Provider.Fee) -> String {
        let sum = [fee.percent, fee.fixed?.text].compactMap(\.self).joined(separator: " + ")
        return [
            sum.isEmpty ? nil : sum, fee.minimum.map { "at least \($0.text)" },
            fee.maximum.map { "at most \($0.text)" },
        ].compactMap(\.self).joined(separator: ", ")
    }

    static func objections(_ provider: Provider) -> String {
        (provider.attention.map { ["\($0.reason): \($0.message)"] } ?? [] + provider.reasons.map(\.message))
            .joined(separator: " ")
    }

    private static func promises(_ promise: Provider.Promise) -> String {
        [
            promise.idempotent ? "acts once on a key (\(promise.keyLifetime ?? ""))" : nil,
            promise.lookup ? "finds by key" : nil, promise.absentAfter.map { "knows what is absent after \($0)" },
            promise.bundles ? "bundles" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    private static func tone(_ identity: String) -> Tone { identity == "verified" ? .good : .warning }
}
