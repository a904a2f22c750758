import JSON
import WalletCore

/// What a run of a plugin means.
struct PluginRun {
    let ending: CommandOutcome.Ending
    let words: PluginWords
    private let output: [UInt8]
    private let timeout: Duration
    let redaction: Redaction

    init(_ outcome: CommandOutcome, timeout: Duration, redaction: Redaction) {
        ending = outcome.ending
        output = outcome.output
        self.timeout = timeout
        self.redaction = redaction
        words = PluginWords(outcome.errorTail, redaction: redaction)
    }

    /// What `read` makes of standard output; `noun` is what that should have been.
    func answer<Answer>(
        _ noun: String, _ read: ([UInt8]) throws(PortFailure) -> Answer
    ) throws(PortFailure) -> Answer {
        switch ending {
        case .exited(let status): try check(status)
        case .killed(let signal): throw failure(.failed, "it was killed by signal \(signal)")
        case .stopped(.timeout): throw failure(.timeout, "it did not end within \(timeout.text)")
        case .stopped(.tooMuchOutput): throw failure(.tooLarge, "it wrote more than 1 MiB to standard output")
        case .stopped(.cancelled): throw PortFailure(.failed, "the run was cancelled")
        }
        do {
            return try read(output)
        } catch {
            // What the fault quotes may be a piece of a secret, which no search would find.
            guard !redaction.occurs(in: output) else {
                throw error.saying("standard output is no \(noun), and holds a credential of the plugin")
            }
            throw error.saying("standard output: \(error.message)")
        }
    }

    /// The same for an object whose members `read` takes one by one; those that are left are refused.
    func document<Answer>(
        _ noun: String, _ read: (inout JSONObjectReader) throws(JSONShapeError) -> Answer
    ) throws(PortFailure) -> Answer {
        try answer(noun) { bytes throws(PortFailure) in
            let document: JSONValue
            do {
                document = try JSONValue.parse(bytes)
            } catch {
                throw PortFailure(.malformed, "\(error)")
            }
            do {
                var members = try JSONNode(document).object()
                try Self.checkMark(members.member("walletd"))
                let answer = try read(&members)
                try members.finish()
                return answer
            } catch {
                throw PortFailure(.malformed, "\(error)")
            }
        }
    }

    /// The number of the protocol that a document says it is of.
    static func checkMark(_ node: JSONNode) throws(JSONShapeError) {
        guard try node.integer() == 1 else { throw node.refusal(because: "only 1 is known here") }
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
