/// What wakes the loops of the engine.
struct EngineSignals: Sendable {
    /// The next due alert may be another.
    let alerts = Signal()
    /// Decisions about cash-outs may be others: something was read, asked, loaded or ended.
    let decisions = Signal()
    /// A cash-out may want something else: a new one, a person's word, the clock.
    let cashOuts = Signal()
    /// Providers are to be asked what they promise, and rates to be read: another configuration is in force.
    let providers = Signal()
    let rates = Signal()

    init() {}
}
