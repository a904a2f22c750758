/// How long an outcome is still doubted, and when the provider is asked about it next.
package struct Watch: Hashable, Sendable {
    /// By the wall clock, as it was set when the provider was heard last.
    package let until: Timestamp
    /// The same by the clock that nobody can set, which counts within its boot: a clock that is set forward brings back
    /// nothing sooner. `nil`: not known.
    package let untilBoot: BootTime?
    package let inquiry: Inquiry

    /// What a person says is held against the provider's word for this long.
    package static let ofResolved = Duration.seconds(30 * 86_400)

    package init(until: Timestamp, boot: BootTime?, _ inquiry: Inquiry) {
        self.until = until
        untilBoot = boot
        self.inquiry = inquiry
    }

    static func new(for duration: Duration, in facts: Circumstances) -> Watch {
        Watch(until: facts.now + duration, boot: facts.boot + duration, .first(.watch, in: facts))
    }

    func later(in facts: Circumstances, retryAfter: Duration? = nil) -> Watch {
        Watch(until: until, boot: untilBoot, inquiry.later(.watch, in: facts, retryAfter: retryAfter))
    }

    /// When it ends, by the wall clock as that is set now.
    func end(in facts: Circumstances) -> Timestamp {
        untilBoot.flatMap { facts.boot.since($0) }.map { facts.now - $0 } ?? until
    }

    /// The provider was heard: asked again later, and at the end of the watch.
    func heard(in facts: Circumstances) -> Watch {
        let end = end(in: facts)
        let next = inquiry.later(.watch, in: facts)
        return Watch(until: end, boot: untilBoot, facts.now < end ? next.notAfter(end) : next)
    }

    /// The provider was not heard: a watch does not end before it is.
    func unheard(in facts: Circumstances, retryAfter: Duration?) -> Watch {
        let next = inquiry.later(.watch, in: facts, retryAfter: retryAfter)
        let end = max(end(in: facts), next.next)
        return Watch(until: end, boot: untilBoot.map { _ in facts.boot + (end - facts.now) }, next)
    }

    /// After a start: one that ended meanwhile is owed its last look.
    func atOnce(_ now: Timestamp) -> Watch {
        Watch(until: until, boot: untilBoot, inquiry.atOnce(now).notAfter(until))
    }

    /// Whether the provider is to be asked before it ends.
    var isOwedALook: Bool { inquiry.next <= until }
}
