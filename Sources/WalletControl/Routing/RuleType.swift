import WalletAPI
import WalletCore

/// The sorts of rules, of which two may have one name.
enum RuleType: String, CaseIterable, Sendable {
    case alert
    case cashout

    init(named text: String) throws(Problem) {
        guard let type = RuleType(rawValue: text) else {
            throw Problem(.badRequest, "`type` is alert or cashout, not \"\(SafeText.excerpt(text))\"")
        }
        self = type
    }
}
