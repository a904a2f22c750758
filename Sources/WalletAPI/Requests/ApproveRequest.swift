/// The body of an approval.
package struct ApproveRequest: RequestBody {
    /// The id of the plan that was seen.
    package var plan: String

    package init(plan: String) {
        self.plan = plan
    }

    package static let fields = ["plan"]
}
