/// Why a verb could not be done, for the person who typed it.
struct Failure: Error, Equatable {
    let status: ExitStatus
    /// What happened to what.
    let message: String
    /// What to do about it, or what else is known; a line each.
    let hints: [String]
    /// Lines that stand by themselves, before the message.
    let findings: [String]

    init(_ status: ExitStatus, _ message: String, hints: [String] = [], findings: [String] = []) {
        self.status = status
        self.message = message
        self.hints = hints
        self.findings = findings
    }

    var lines: [String] {
        (findings + ["Error: \(message)"] + hints.map { "  \($0)" }).map(SafeText.escaped)
    }
}
