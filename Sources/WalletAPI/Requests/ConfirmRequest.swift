/// The body of an operator's consent to a cash-out rule.
package struct ConfirmRequest: RequestBody {
    /// The hash of what the operator has seen: rule, destination and provider.
    package var revision: String

    package init(revision: String) {
        self.revision = revision
    }

    package static let fields = ["revision"]
}
