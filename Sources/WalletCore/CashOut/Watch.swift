/// How long an outcome is still doubted, and when the provider is asked about it next.
package struct Watch: Hashable, Sendable {
    package let until: Timestamp
    package let inquiry: Inquiry

    /// What a person says is held against the provider's word for this long.
    package static let ofResolved = Duration.seconds(30 * 86_400)

    package init(until: Timestamp, _ inquiry: Inquiry) {
        self.until = until
        self.inquiry = inquiry
    }

    static func new(for duration: Duration, in facts: Circumstances) -> Watch {
        Watch(until: facts.now + duration, .first(.watch, in: facts))
    }

    func later(in facts: Circumstances, retryAfter: Duration? = nil) -> Watch {
        Watch(until: until, inquiry.later(.watch, in: facts, retryAfter: retryAfter))
    }

    func atOnce(_ now: Timestamp) -> Watch { Watch(until: until, inquiry.atOnce(now)) }
}
