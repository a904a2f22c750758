/// Why a rule does not watch a subject, or not any more.
package enum Unwatched: String, Sendable, CaseIterable {
    case ruleRemoved = "rule-removed"
    case sourceRemoved = "source-removed"
    case otherSource = "other-source"
    case otherAccount = "other-account"
    case otherKind = "other-kind"
    case otherAsset = "other-asset"
    /// Less than `at_least`.
    case tooSmall = "too-small"
    /// At zero or unknown for so long that it left the lists.
    case offLists = "off-lists"
    /// The rule is about sources and this is a holding, or the other way round.
    case otherSubject = "other-subject"
}
