import WalletAPI

/// Whether value may move at all.
enum StopSwitchView {
    static func lines(_ stop: StopSwitch, on traits: TerminalTraits) -> [String] {
        let gap = stop.gap.map { "\($0.from ?? "the beginning") to \($0.until)" }
        let isStopped = stop.paused || !stop.reasons.isEmpty
        return FactList([
            .init("cash-outs", Cell(isStopped ? "stopped" : "go on", isStopped ? .warning : .good)),
            .init("paused", Cell(stop.paused ? "yes" : "no", stop.paused ? .warning : .good)),
            .init("nothing known from", Cell(gap, .bad)),
        ]).lines(on: traits) + ReasonsView.lines(stop.reasons, on: traits)
    }

    /// For a person who wants them to go on; none where they do.
    static func warning(_ stop: StopSwitch, on traits: TerminalTraits) -> [String] {
        guard !stop.reasons.isEmpty else { return [] }
        let ends = stop.reasons.map { $0.clearsWhen.map { "until \($0)" } ?? $0.message }
        let text = SafeText.escaped("Cash-outs are still stopped: \(ends.joined(separator: "; ")).")
        return switch traits.reader {
        case .program: [text]
        case .person: Wrapping.lines(text, columns: traits.columns)
        }
    }
}
