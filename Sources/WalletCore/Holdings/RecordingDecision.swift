/// What to do with a reading.
package enum RecordingDecision: Equatable, Sendable {
    /// In the order of the holdings' ids; unchanged unknown holdings are left out.
    case record([HoldingChange])
    /// Hold the whole reading back, mark the doubted holdings, and read the source again.
    ///
    /// Their alerts are evaluated in the transaction that marks them, so that fresh time up to here is counted.
    case confirm([HoldingDoubt])
}
