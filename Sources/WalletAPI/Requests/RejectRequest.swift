/// The body of turning a cash-out down.
package struct RejectRequest: RequestBody {
    package var comment: String?

    package init(comment: String? = nil) {
        self.comment = comment
    }

    package static let fields = ["comment"]
}
