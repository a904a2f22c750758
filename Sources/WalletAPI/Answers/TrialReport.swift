/// What an offline check of a cash-out plugin found.
package struct TrialReport: Codable, Sendable, Equatable {
    package struct Step: Codable, Sendable, Equatable {
        package var action: String
        /// `ok`, `note` or `fault`.
        package var verdict: String
        package var message: String

        package init(action: String, verdict: String, message: String) {
            self.action = action
            self.verdict = verdict
            self.message = message
        }
    }

    /// In the order in which they were tried.
    package var steps: [Step]

    package init(steps: [Step]) {
        self.steps = steps
    }
}
