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
        provider.verifiedOn = reader.optional("verified_on") { value throws(ValueFlaw) in try value.day() }
        let identity = reader.optional("identity") { value throws(ValueFlaw) in try value.word(IdentityCheck.self) }
        if let identity { provider.identity = identity }
        provider.identityUntil = reader.optional("identity_until") { value throws(ValueFlaw) in try value.day() }
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
