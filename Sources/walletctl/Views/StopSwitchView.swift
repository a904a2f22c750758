import WalletAPI

/// Whether value may move at all.
enum StopSwitchView {
    static func lines(_ stop: StopSwitch, on traits: TerminalTraits) -> [String] {
        let gap = stop.gap.map { "\($0.from ?? "the beginning") to \($0.until)" }
        return FactList([
            .init("paused", Cell(stop.paused ? "yes" : "no", stop.paused ? .warning : .good)),
            .init("nothing known from", Cell(gap, .bad)),
        ]).lines(on: traits) + ReasonsView.lines(stop.reasons, on: traits)
    }
}
