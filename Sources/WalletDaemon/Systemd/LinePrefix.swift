/// How a line on standard error says how grave it is.
package enum LinePrefix: Sendable {
    /// sd-daemon(3): `<4>text`, which systemd reads where standard error is its journal.
    case priority
    /// `walletd: warning: text`, for a person.
    case word

    package init(environment: [String: String]) {
        self = StandardError.isJournal(environment: environment) ? .priority : .word
    }
}
