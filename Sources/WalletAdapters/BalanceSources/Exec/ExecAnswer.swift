import WalletCore

/// What a run of a plugin means.
struct ExecAnswer {
    private let outcome: CommandOutcome
    private let timeout: Duration
    private let redaction: Redaction
    private let words: ExecWords

    init(_ outcome: CommandOutcome, timeout: Duration, redaction: Redaction) {
        self.outcome = outcome
        self.timeout = timeout
        self.redaction = redaction
        words = ExecWords(outcome.errorTail, redaction: redaction)
    }

    func reading(assets: AssetTable) throws(PortFailure) -> Reading {
        switch outcome.ending {
        case .exited(let status): try check(status)
        case .killed(let signal): throw failure(.failed, "it was killed by signal \(signal)")
        case .stopped(.timeout): throw failure(.timeout, "it did not end within \(timeout.text)")
        case .stopped(.tooMuchOutput): throw failure(.tooLarge, "it wrote more than 1 MiB to standard output")
        case .stopped(.cancelled): throw PortFailure(.failed, "the reading was cancelled")
        }
        do {
            return try ReadingDocument(assets: assets, mark: .required).read(outcome.output)
        } catch {
            // What the fault quotes may be a piece of a secret, which no search would find.
            guard !redaction.occurs(in: outcome.output) else {
                throw error.saying("standard output is no reading, and holds a credential of the plugin")
            }
            throw error.saying("standard output: \(error.message)")
        }
    }

    /// The exit statuses are those of sysexits.h.
    private func check(_ status: Int32) throws(PortFailure) {
        switch status {
        case 0: return
        case 75:
            let reason: PortFailure.Reason = words.retryAfter == nil ? .failed : .rateLimited
            throw PortFailure(reason, words.message ?? "it asks to be tried later", retryAfter: words.retryAfter)
        case 77: throw PortFailure(.refusedCredential, words.message ?? "its credential was refused")
        case 78: throw PortFailure(.misconfigured, words.message ?? "it does not accept its options")
        default:
            throw PortFailure(
                .failed, words.message ?? "it ended with status \(status) and no message on standard error")
        }
    }

    /// What we know first; what the plugin said last may tell why.
    private func failure(_ reason: PortFailure.Reason, _ fact: String) -> PortFailure {
        PortFailure(reason, words.message.map { "\(fact); it said: \($0)" } ?? fact)
    }
}
