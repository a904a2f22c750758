/// How long something may take, counted from when this was made.
struct Deadline {
    let patience: Duration
    private let end: ContinuousClock.Instant?

    init(_ patience: Duration) {
        self.patience = patience
        end = .now + patience
    }

    private init() {
        patience = .zero
        end = nil
    }

    /// For what may take for ever.
    static let none = Deadline()

    /// As poll(2) takes it: negative where there is no end.
    var millisecondsLeft: Int32 {
        guard let end else { return -1 }
        let (seconds, attoseconds) = max(.zero, end - .now).components
        // Rounded up, so that a wait never ends before its time.
        let milliseconds = seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: milliseconds)
    }
}
