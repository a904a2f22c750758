extension Duration {
    /// A duration from zero to this one, in whole milliseconds, both ends included: even over `randomness`.
    func fraction(randomness: UInt64) -> Duration {
        let choices = UInt64(max(wholeMilliseconds, 0)) + 1
        return .milliseconds(Int64(randomness.multipliedFullWidth(by: choices).high))
    }
}
