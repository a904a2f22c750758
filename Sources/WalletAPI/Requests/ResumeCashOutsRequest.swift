/// The body of letting cash-outs go on.
package struct ResumeCashOutsRequest: RequestBody {
    /// True goes on although the database's history went back.
    package var acceptHistory: Bool?

    package init(acceptHistory: Bool? = nil) {
        self.acceptHistory = acceptHistory
    }

    package static let fields = ["accept_history"]

    private enum CodingKeys: String, CodingKey {
        case acceptHistory = "accept_history"
    }
}
