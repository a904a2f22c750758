extension EventDraft {
    /// The event of a change in how reading a source goes.
    package init(_ announcement: SourceHealth.Announcement, of source: String, at now: Timestamp) {
        switch announcement {
        case .failing(let failure):
            let message = "Reading \(source) failed: \(failure.cause). It is tried again."
            self.init(.sourceFailing, at: now, severity: .warning, message: message)
            reason = failure.reason.rawValue
        case .needsAttention(let failure):
            self.init(.sourceNeedsAttention, at: now, severity: .warning, message: failure.request(source))
            reason = failure.reason.rawValue
        case .recovered(let failures):
            let tries = failures == 1 ? "1 failed try" : "\(failures) failed tries"
            self.init(.sourceRecovered, at: now, message: "\(source) can be read again, after \(tries).")
        }
        self.source = source
    }
}

extension SourceHealth.Failure {
    /// The reason's code stands for a party that said nothing.
    fileprivate var cause: String {
        var text = message
        while text.last == "." || text.last == " " { text.removeLast() }
        return text.isEmpty ? reason.rawValue : text
    }

    fileprivate func request(_ source: String) -> String {
        "\(source) needs attention: \(cause). It is not read again until its configuration or credential changes, "
            + "or `walletctl poll \(source)` is run."
    }
}
