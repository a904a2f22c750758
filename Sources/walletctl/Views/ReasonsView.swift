import WalletAPI

/// Reasons, each with its numbers.
enum ReasonsView {
    static func lines(_ reasons: [Reason], named name: String = "reason", on traits: TerminalTraits) -> [String] {
        switch traits.reader {
        case .program: reasons.map { programsLine($0, named: name) }
        case .person: reasons.flatMap { [""] + facts($0, named: name).lines(on: traits) }
        }
    }

    private static func facts(_ reason: Reason, named name: String) -> FactList {
        FactList([
            .init(name, Cell(reason.code, .heading)), .init("", Cell(reason.message)),
            .init("holding", Cell(Subject.text(reason.source, reason.account, reason.asset))),
            .init("value", Cell(reason.value)), .init("limit", Cell(reason.limit)),
            .init("since", .time(reason.since)), .init("clears when", Cell(reason.clearsWhen)),
        ])
    }

    private static func programsLine(_ reason: Reason, named name: String) -> String {
        [
            Cell(name), Cell(reason.code), Cell(reason.message),
            Cell(Subject.text(reason.source, reason.account, reason.asset)), Cell(reason.value), Cell(reason.limit),
            Cell(reason.since), Cell(reason.clearsWhen),
        ].map(\.text).joined(separator: "\t")
    }

    /// `fee-too-high, dry-run`
    static func codes(_ reasons: [Reason]?) -> String? {
        reasons.map { $0.map(\.code).joined(separator: ", ") }
    }
}
