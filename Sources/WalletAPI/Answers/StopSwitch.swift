/// Whether value may move at all: the answer to pausing and resuming cash-outs.
package struct StopSwitch: Codable, Sendable, Equatable {
    package var paused: Bool
    /// What still stops cash-outs beside the switch, or again.
    package var reasons: [Reason]

    package init(paused: Bool, reasons: [Reason] = []) {
        self.paused = paused
        self.reasons = reasons
    }
}
