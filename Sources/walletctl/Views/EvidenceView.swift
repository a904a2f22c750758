import WalletAPI

/// What a provider said of a cash-out, and the lines that go on from there.
enum EvidenceView {
    static func lines(_ evidence: Evidence, of id: String, on traits: TerminalTraits) -> [String] {
        let facts = FactList([
            .init("provider says", Cell(evidence.providerSays)), .init("message", Cell(evidence.message)),
            .init("provider's reference", Cell(evidence.reference)), .init("asked", .time(evidence.askedAt)),
            .init("evidence", Cell(evidence.evidence)),
        ]).lines(on: traits)
        switch traits.reader {
        case .program: return facts
        case .person:
            let line = "walletctl cashout resolve \(id) --as OUTCOME --evidence \(evidence.evidence)"
            return facts + ["", "To say how it ended, settled or rejected, within 10 minutes:", SafeText.escaped(line)]
        }
    }
}
