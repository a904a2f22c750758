import WalletCore

/// Reads `max_fee`: a percentage, an amount, or one of each in a list.
struct FeeCeilingKeys {
    private enum Part {
        case percent(Percentage)
        case amount(Amount)

        var noun: String {
            switch self {
            case .percent: "percentage"
            case .amount: "amount"
            }
        }
    }

    private static let wanted = "a percentage, an amount, or a list of both, like [\"5%\", \"1000 KRW\"]"

    let assets: KnownAssets

    func read(_ reader: inout TableReader) -> FeeCeiling? {
        guard let member = reader.member("max_fee") else { return FeeCeiling() }
        let parts: [Part]?
        if case .list = member.value {
            parts = reader.takeList(member, Self.wanted, part)
        } else {
            parts = reader.take(member, part).map { [$0] }
        }
        return parts.flatMap { parts in reader.take(member) { _ throws(ValueFlaw) in try ceiling(parts) } }
    }

    private func part(_ value: ConfigurationValue) throws(ValueFlaw) -> Part {
        guard case .text(let text) = value else { throw .kind(wanted: Self.wanted, found: value.noun) }
        return text.utf8.last == UInt8(ascii: "%")
            ? .percent(try value.percentage()) : .amount(try value.amountFromZero(assets))
    }

    private func ceiling(_ parts: [Part]) throws(ValueFlaw) -> FeeCeiling {
        guard !parts.isEmpty else { throw .refused("the list is empty; without the key there is no ceiling") }
        var ceiling = FeeCeiling()
        for part in parts {
            switch part {
            case .percent(let percent) where ceiling.percent == nil: ceiling.percent = percent
            case .amount(let amount) where ceiling.amount == nil: ceiling.amount = amount
            case .percent, .amount: throw .refused("the list holds a second \(part.noun)")
            }
        }
        return ceiling
    }
}
