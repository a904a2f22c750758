/// Whether value may move at all: the answer to pausing and resuming cash-outs.
package struct StopSwitch: Codable, Sendable, Equatable {
    package var paused: Bool
    /// What still stops cash-outs beside the switch, or again.
    package var reasons: [Reason]
    /// The time of which nothing is known, where history went back; still told when that is accepted.
    package var gap: Gap?

    package init(paused: Bool, reasons: [Reason] = []) {
        self.paused = paused
        self.reasons = reasons
    }

    package struct Gap: Codable, Sendable, Equatable {
        /// Absent where nothing is known from the beginning on.
        package var from: String?
        package var until: String

        package init(from: String?, until: String) {
            self.from = from
            self.until = until
        }
    }
}
