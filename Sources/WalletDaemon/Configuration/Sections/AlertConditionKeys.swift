import WalletCore

/// The conditions of an alert, of which each rule has exactly one.
struct AlertConditionKeys {
    /// What a rule says of its condition.
    enum Written {
        case nothing
        /// The condition is `nil` where its value is a fault.
        case one(MergedTable.Member, AlertCondition?)
        case several
    }

    private enum Key: String, CaseIterable {
        case below
        case atOrBelow = "at_or_below"
        case above
        case atOrAbove = "at_or_above"
        case idleFor = "idle_for"
        case staleFor = "stale_for"
    }

    private static let durationRange = Duration.seconds(1)...Duration.writtenMax

    let assets: KnownAssets

    func read(_ reader: inout TableReader) -> Written {
        var found: [(member: MergedTable.Member, condition: AlertCondition?)] = []
        for key in Key.allCases {
            guard let member = reader.member(key.rawValue) else { continue }
            found.append((member, reader.take(member) { value throws(ValueFlaw) in try condition(key, value) }))
        }
        guard let first = found.min(by: { $0.member.place < $1.member.place }) else { return .nothing }
        guard found.count > 1 else { return .one(first.member, first.condition) }
        for other in found where other.member.place != first.member.place {
            reader.findings.fault(
                "`\(other.member.key)` is a second condition beside `\(first.member.key)`; a rule has exactly one",
                at: other.member.place)
        }
        return .several
    }

    /// A rule without a condition is a fault, unless a key that was meant to be one is misspelled.
    static func reportMissing(_ written: Written, meant: Set<String?>, _ table: MergedTable, _ findings: Findings) {
        guard case .nothing = written, !table.isDamaged else { return }
        let keys = Key.allCases.map(\.rawValue)
        guard !meant.contains(where: { $0.map(keys.contains) ?? false }) else { return }
        let list = keys.map { "`\($0)`" }.joined(separator: ", ")
        findings.fault("missing condition: a rule has exactly one of \(list)", at: table.place)
    }

    private func condition(_ key: Key, _ value: ConfigurationValue) throws(ValueFlaw) -> AlertCondition {
        switch key {
        case .below: .below(try value.amount(assets))
        case .atOrBelow: .atOrBelow(try value.amount(assets))
        case .above: .above(try value.amount(assets))
        case .atOrAbove: .atOrAbove(try value.amount(assets))
        case .idleFor: .idleFor(try value.duration(in: Self.durationRange))
        case .staleFor: .staleFor(try value.duration(in: Self.durationRange))
        }
    }
}
