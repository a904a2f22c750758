extension ProcessingTime {
    /// Nobody who checks anything is done within this.
    static let instantMax = Duration.seconds(60)

    var isInstant: Bool { most <= ProcessingTime.instantMax }
}
