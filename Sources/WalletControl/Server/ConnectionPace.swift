/// Decides when a connection has taken too long over something. Knows no clock and no socket.
struct ConnectionPace {
    /// What a client may be late with; each has its own limit.
    enum Wait: Hashable {
        /// For the next request to begin.
        case idle
        /// For a request that has begun to be complete.
        case request
        /// For the client to read what was sent.
        case reading
    }

    enum Step: Equatable {
        case begin(Wait)
        case end(Wait)
    }

    private enum Inbound {
        case idle
        /// A part of a request is there.
        case receiving
        /// Whole requests are there that have no answer yet, and perhaps a part of the next.
        case answering(count: Int, hasMore: Bool)
    }

    private var inbound = Inbound.idle
    private var isStalled = false

    /// Whether nothing was asked that has no answer yet.
    var isIdle: Bool {
        switch inbound {
        case .idle, .receiving: true
        case .answering: false
        }
    }

    mutating func open() -> [Step] { [.begin(.idle)] }

    /// Bytes came, and whatever they completed was told before.
    mutating func receive() -> [Step] {
        switch inbound {
        case .idle:
            inbound = .receiving
            return [.end(.idle), .begin(.request)]
        case .receiving:
            return []
        case .answering(let count, _):
            inbound = .answering(count: count, hasMore: true)
            return []
        }
    }

    /// A request is complete.
    mutating func endRequest() -> [Step] {
        switch inbound {
        case .idle:
            inbound = .answering(count: 1, hasMore: false)
            return [.end(.idle)]
        case .receiving:
            inbound = .answering(count: 1, hasMore: false)
            return [.end(.request)]
        case .answering(let count, _):
            inbound = .answering(count: count + 1, hasMore: false)
            return []
        }
    }

    /// An answer is complete. One that comes before its request is, a refusal, ends the connection anyway.
    mutating func endAnswer() -> [Step] {
        switch inbound {
        case .idle, .receiving:
            return []
        case .answering(count: 1, hasMore: true):
            inbound = .receiving
            return [.begin(.request)]
        case .answering(count: 1, hasMore: false):
            inbound = .idle
            return [.begin(.idle)]
        case .answering(let count, let hasMore):
            inbound = .answering(count: count - 1, hasMore: hasMore)
            return []
        }
    }

    mutating func stall() -> [Step] {
        guard !isStalled else { return [] }
        isStalled = true
        return [.begin(.reading)]
    }

    mutating func flow() -> [Step] {
        guard isStalled else { return [] }
        isStalled = false
        return [.end(.reading)]
    }
}
