import WalletAPI

/// One cash-out with its plan and its trail.
enum CashOutView {
    static func lines(_ cashOut: CashOut, on traits: TerminalTraits) -> [String] {
        FactList(facts(cashOut) + facts(cashOut.terms)).lines(on: traits) + legs(cashOut.terms, on: traits)
            + trail(cashOut.trail ?? [], on: traits)
    }

    /// Each with the line that approves it.
    static func offers(_ cashOuts: [CashOut], on traits: TerminalTraits) -> [String] {
        let offers = cashOuts.map { lines($0, on: traits) + approval(of: $0, on: traits) }
        return switch traits.reader {
        case .program: offers.flatMap(\.self)
        case .person: Array(offers.joined(separator: [""]))
        }
    }

    /// The line that lets it go ahead, where that is what it waits for.
    private static func approval(of cashOut: CashOut, on traits: TerminalTraits) -> [String] {
        guard cashOut.state == "awaiting-approval" else { return [] }
        let line = "walletctl cashout approve \(cashOut.id) --plan \(cashOut.terms.plan)"
        switch traits.reader {
        case .program: return ["approve\t\(SafeText.escaped(line))"]
        case .person: return ["", "To let it go ahead:", SafeText.escaped(line)]
        }
    }

    private static func facts(_ cashOut: CashOut) -> [FactList.Fact] {
        [
            .init("cash-out", Cell(cashOut.id)), .init("state", Cell(cashOut.state, CashOutsView.tone(cashOut.state))),
            .init("message", Cell(cashOut.message)), .init("rule", Cell(cashOut.terms.rule)),
            .init("approval", Cell(cashOut.approval)), .init("planned", .time(cashOut.plannedAt)),
            .init("ended", .time(cashOut.endedAt)), .init("reference", Cell(cashOut.reference)),
            .init("provider's reference", Cell(cashOut.providerReference)),
            .init("fee taken", Cell(cashOut.feeTaken?.text)),
        ]
    }

    private static func facts(_ plan: Plan) -> [FactList.Fact] {
        [
            .init("plan", Cell(plan.plan)), .init("to", Cell("\(plan.destination) by \(plan.provider)")),
            .init("amount", Cell(plan.amount.text)), .init("fee", Cell(plan.fee.text)),
            .init("debit", Cell(plan.debit.text)), .init("cost", Cell(plan.cost.text)),
            .init("net", Cell(plan.net.text)), .init("processing", Cell(plan.processing)),
            .init("bundle", Cell(plan.bundle)),
            .init("saved", Cell(PlansView.savings(plan))),
            .init("rates", Cell(plan.rates.map { $0.map(text).joined(separator: ", ") })),
            .init("expires", .time(plan.expires)),
        ]
    }

    private static func text(_ rate: UsedRate) -> String { "\(rate.pair) \(rate.rate) of \(rate.asOf)" }

    private static func legs(_ plan: Plan, on traits: TerminalTraits) -> [String] {
        switch traits.reader {
        case .program:
            return plan.legs.map { leg in
                [Cell("leg"), Cell(Subject.text(leg.source, leg.account, leg.asset)), Cell(leg.amount.text)]
                    .map(\.text).joined(separator: "\t")
            }
        case .person:
            let rows = plan.legs.map { leg in
                [Cell(Subject.text(leg.source, leg.account, leg.asset)), Cell(leg.amount.text)]
            }
            let table = Table([.essential("FROM", cutTo: 16), .essential("AMOUNT", .right)], rows: rows)
            return [""] + table.lines(on: traits)
        }
    }

    private static func trail(_ trail: [CashOut.TrailEntry], on traits: TerminalTraits) -> [String] {
        guard !trail.isEmpty else { return [] }
        switch traits.reader {
        case .program:
            return trail.map { entry in
                [Cell("trail"), .time(entry.at), Cell(entry.state), Cell(entry.by), Cell(entry.note)]
                    .map(\.text).joined(separator: "\t")
            }
        case .person:
            let rows = trail.map { entry in
                [
                    .time(entry.at), Cell(entry.state, CashOutsView.tone(entry.state)), Cell(entry.by),
                    Cell(entry.note),
                ]
            }
            let table = Table(
                [.essential("AT"), .essential("STATE"), .detail(1, "BY", cutTo: 8), .detail(2, "NOTE", cutTo: 24)],
                rows: rows)
            return [""] + table.lines(on: traits)
        }
    }
}
