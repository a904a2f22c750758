import WalletCore

/// The keys of every provider: on which terms it moves value, and what a person has checked about it.
struct ProviderTermsKeys {
    /// A request that hangs longer than this tells nothing any more.
    private static let timeoutRange = Duration.seconds(1)...Duration.seconds(10 * 60)
    private static let processingRange = Duration.zero...Duration.seconds(366 * 86_400)
    private static let reversalRange = Duration.zero...Duration.writtenMax
    /// For a column of a table.
    private static let registrationBytesMax = 128

    let assets: KnownAssets
    let today: CalendarDate

    func read(_ reader: inout TableReader, into provider: inout Provider) {
        readChecks(&reader, into: &provider)
        if let member = reader.member("fee") { provider.fee = FeeTableKeys(assets: assets).read(member, reader) }
        provider.minimum = reader.optional("minimum") { value throws(ValueFlaw) in
            try value.amountFromZero(assets)
        }
        provider.step = reader.optional("step") { value throws(ValueFlaw) in try value.amountAboveZero(assets) }
        readTimes(&reader, into: &provider)
        let bundles = reader.optional("bundles") { value throws(ValueFlaw) in try value.flag() }
        provider.bundling = bundles == true ? .bundles : .single
    }

    private func readChecks(_ reader: inout TableReader, into provider: inout Provider) {
        provider.registration = reader.optional("registration") { value throws(ValueFlaw) in
            try value.line(bytesMax: Self.registrationBytesMax)
        }
        if let member = reader.member("verified_on") {
            provider.verifiedOn = reader.take(member) { value throws(ValueFlaw) in try value.day() }
            warn(of: member, provider, reader.findings)
        }
        let identity = reader.optional("identity") { value throws(ValueFlaw) in try value.word(IdentityCheck.self) }
        if let identity { provider.identity = identity }
        provider.identityUntil = reader.optional("identity_until") { value throws(ValueFlaw) in try value.day() }
    }

    /// No fault: where the clock is wrong, the daemon is to start all the same.
    private func warn(of member: MergedTable.Member, _ provider: Provider, _ findings: Findings) {
        guard let day = provider.verifiedOn, provider.isCheckAhead(of: today) else { return }
        findings.warn(
            "`\(member.key)`: \(day) is a day that has not come yet, so \(provider.name) does not count as verified",
            at: member.place)
    }

    private func readTimes(_ reader: inout TableReader, into provider: inout Provider) {
        let timeout = reader.optional("timeout") { value throws(ValueFlaw) in
            try value.duration(in: Self.timeoutRange)
        }
        if let timeout { provider.timeout = timeout }
        let reversal = reader.optional("reversal_window") { value throws(ValueFlaw) in
            try value.duration(in: Self.reversalRange)
        }
        if let reversal { provider.reversalWindow = reversal }
        provider.processing = reader.optional("processing") { value throws(ValueFlaw) in
            try value.processingTime(in: Self.processingRange)
        }
    }
}
