/// Why a value cannot stand.
enum ValueFlaw: Error {
    /// Another sort of value is wanted: "a string", and found "an integer".
    case kind(wanted: String, found: String)
    /// A whole sentence without the key.
    case refused(String)
    /// Another fault, reported where it is, is the reason.
    case explainedElsewhere

    /// What to report of `key`, if anything.
    func message(for key: String) -> String? {
        let key = KeySpelling.spelled(key)
        return switch self {
        case .kind(let wanted, let found): "`\(key)` must be \(wanted), not \(found)"
        case .refused(let reason): "`\(key)`: \(reason)"
        case .explainedElsewhere: nil
        }
    }
}
