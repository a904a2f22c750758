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

    /// The provider was heard: asked again later, and at the end of the watch.
    func heard(in facts: Circumstances) -> Watch {
        let next = inquiry.later(.watch, in: facts)
        return Watch(until: until, facts.now < until ? next.notAfter(until) : next)
    }

    /// The provider was not heard: a watch does not end before it is.
    func unheard(in facts: Circumstances, retryAfter: Duration?) -> Watch {
        let next = inquiry.later(.watch, in: facts, retryAfter: retryAfter)
        return Watch(until: max(until, next.next), next)
    }

    /// After a start: one that ended meanwhile is owed its last look.
    func atOnce(_ now: Timestamp) -> Watch { Watch(until: until, inquiry.atOnce(now).notAfter(until)) }

    /// Whether the provider is to be asked before it ends.
    var isOwedALook: Bool { inquiry.next <= until }
}
