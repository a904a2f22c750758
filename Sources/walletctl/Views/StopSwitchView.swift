import WalletAPI

/// Whether value may move at all.
enum StopSwitchView {
    static func lines(_ stop: StopSwitch, on traits: TerminalTraits) -> [String] {
        FactList([.init("paused", Cell(stop.paused ? "yes" : "no", stop.paused ? .warning : .good))]).lines(on: traits)
            + ReasonsView.lines(stop.reasons, on: traits)
    }
}
