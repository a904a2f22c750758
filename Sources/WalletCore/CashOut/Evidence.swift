/// What the provider said when a person wanted to know.
package struct Evidence: Equatable, Sendable {
    package let id: String
    package let askedAt: BootTime
    package let finding: Finding

    /// Older evidence says too little about now.
    package static let ageMax = Duration.seconds(600)

    package enum Finding: Equatable, Sendable {
        case said(ProviderReply)
        case noAnswer(String)
        /// The provider cannot look it up, or is gone.
        case nobodyToAsk
    }

    package init(id: String, askedAt: BootTime, _ finding: Finding) {
        self.id = id
        self.askedAt = askedAt
        self.finding = finding
    }
}
