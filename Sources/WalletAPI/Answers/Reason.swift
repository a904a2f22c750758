/// Why something is as it is, about one holding or source where it names one.
package struct Reason: Codable, Sendable, Equatable {
    /// A closed code.
    package var code: String
    package var message: String
    package var source: String?
    package var account: String?
    package var asset: String?
    package var value: String?
    package var limit: String?
    package var since: String?
    /// What would make this reason go away.
    package var clearsWhen: String?

    package init(code: String, message: String) {
        self.code = code
        self.message = message
    }

    private enum CodingKeys: String, CodingKey {
        case code, message, source, account, asset, value, limit, since
        case clearsWhen = "clears_when"
    }
}
