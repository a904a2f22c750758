/// One thing that a trial found out about a provider.
package struct TrialStep: Equatable, Sendable {
    /// The action that was tried.
    package let action: String
    package let verdict: Verdict
    /// For a person.
    package let message: String

    package enum Verdict: String, Sendable {
        case ok
        /// Nothing is wrong, but somebody should know.
        case note
        /// Against the protocol.
        case fault
    }

    init(_ action: String, _ verdict: Verdict, _ message: String) {
        self.action = action
        self.verdict = verdict
        self.message = message
    }
}
