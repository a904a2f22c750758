import WalletCore

/// Reads `[cashouts.NAME]`.
struct CashOutSection {
    /// A rule, and where it stands.
    struct Entry {
        let rule: CashOutRule
        let table: MergedTable
    }

    private static let confirmRange = 1...100
    private static let spanRange = Duration.seconds(1)...Duration.writtenMax
    private static let cooldownRange = Duration.zero...Duration.writtenMax

    /// Stands in for a threshold that is missing or faulty; its rule is left out. `XXX` is no currency (ISO 4217).
    private static let notWritten = Amount.zero(of: Asset(code: "XXX", scale: 0))

    let assets: KnownAssets
    var sources: CashOutSourceCheck
    let destinations: KnownNames
    let limits: Limits
    let findings: Findings

    /// Whether anything is said about limits over all cash-outs.
    enum Limits {
        case mentioned
        case missing
    }

    /// In the order of their names; of a rule that has faults, what could be read.
    mutating func read(_ section: NamedTables) -> [Entry] {
        section.checkNames(findings)
        return section.entries.compactMap { entry in
            guard let table = entry.table, let rule = read(table, named: entry.name) else { return nil }
            return Entry(rule: rule, table: table)
        }
    }

    private mutating func read(_ table: MergedTable, named name: String) -> CashOutRule? {
        var reader = TableReader(table, findings)
        let from = HoldingPatternKeys(names: sources.names).read(&reader)
        let whenAbove = reader.required("when_above") { value throws(ValueFlaw) in try value.amountFromZero(assets) }
        let destination = reader.required("to") { value throws(ValueFlaw) in
            try destinations.reference(try value.text())
        }
        var rule = CashOutRule(
            name: name, from: from ?? [], whenAbove: whenAbove ?? Self.notWritten, to: destination ?? "")
        readAmounts(&reader, of: whenAbove?.asset, into: &rule)
        readPace(&reader, into: &rule)
        readMode(&reader, into: &rule)
        reader.finish()
        if let from { sources.check(from, at: table["from"]?.place ?? table.place) }
        return whenAbove == nil ? nil : rule
    }

    private func readAmounts(_ reader: inout TableReader, of asset: Asset?, into rule: inout CashOutRule) {
        if let leave = reader.optional(
            "leave", { value throws(ValueFlaw) in try value.amountFromZero(assets).checked(asset) })
        {
            rule.leave = leave
        }
        rule.minAmount = reader.optional("min_amount") { value throws(ValueFlaw) in
            try value.amountAboveZero(assets).checked(asset)
        }
        rule.maxAmount = reader.optional("max_amount") { value throws(ValueFlaw) in
            try value.amountAboveZero(assets).checked(asset)
        }
        if let ceiling = FeeCeilingKeys(assets: assets).read(&reader) { rule.maxFee = ceiling }
    }

    private func readPace(_ reader: inout TableReader, into rule: inout CashOutRule) {
        let confirm = reader.optional("confirm") { value throws(ValueFlaw) in
            try value.integer(in: Self.confirmRange)
        }
        if let confirm { rule.confirm = confirm }
        rule.cooldown = reader.optional("cooldown") { value throws(ValueFlaw) in
            try value.duration(in: Self.cooldownRange)
        }
        rule.maxAge = reader.optional("max_age", span)
        rule.beforeExpiry = reader.optional("before_expiry", span)
        rule.approveWithin = reader.optional("approve_within", span)
    }

    private func span(_ value: ConfigurationValue) throws(ValueFlaw) -> Duration {
        try value.duration(in: Self.spanRange)
    }

    /// What acts by itself is limited, alone and together with all others.
    private func readMode(_ reader: inout TableReader, into rule: inout CashOutRule) {
        let member = reader.member("mode")
        let mode = member.flatMap { member in
            reader.take(member) { value throws(ValueFlaw) in try value.word(CashOutMode.self) }
        }
        if let mode { rule.mode = mode }
        if let member, mode == .auto, limits == .missing {
            findings.fault(
                "`mode`: \"auto\" takes a table [limits] too, with a `budget` over all cash-outs together",
                at: member.place)
        }
        if let member = reader.member("budget") {
            rule.budget = BudgetKeys(assets: assets).read(member, reader)
        } else if mode == .auto {
            reader.noteMissing("budget", because: "a rule with mode = \"auto\" has one")
        }
    }
}

extension CashOutSection.Entry {
    /// Of the key, or of the table where it leaves the key out.
    func place(_ key: String) -> Place { table[key]?.place ?? table.place }
}

extension Amount {
    /// The amount, where it is of the rule's asset.
    fileprivate func checked(_ asset: Asset?) throws(ValueFlaw) -> Amount {
        guard let asset, asset != self.asset else { return self }
        throw .refused("it is in \(self.asset.code) and `when_above` in \(asset.code): a rule moves one asset")
    }
}
