/// Why a request was refused (RFC 9457), of media type `application/problem+json`.
package struct Problem: Codable, Sendable, Equatable {
    /// `urn:walletd:` and the code.
    package var type: String
    package var title: String
    package var status: Int
    package var detail: String
    /// What to do about it.
    package var hint: String?
    /// Of a refused configuration, each `FILE:LINE:COLUMN: message`.
    package var faults: [String]?
    /// All that stands against it, where that is why.
    package var reasons: [Reason]?
    /// When the same request may succeed.
    package var retryAt: String?

    package static let mediaType = "application/problem+json"

    package init(_ code: ProblemCode, title: String, status: Int, detail: String, hint: String? = nil) {
        self.type = code.urn
        self.title = title
        self.status = status
        self.detail = detail
        self.hint = hint
    }

    /// `nil` for a code that this version does not know.
    package var code: ProblemCode? { ProblemCode.allCases.first { $0.urn == type } }

    private enum CodingKeys: String, CodingKey {
        case type, title, status, detail, hint, faults, reasons
        case retryAt = "retry_at"
    }
}
