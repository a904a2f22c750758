/// What an ambiguous name may mean.
enum Candidates {
    /// As many as a person reads.
    private static let shownMax = 10

    static func lines(_ names: [String]) -> [String] {
        let more = names.count - shownMax
        return names.prefix(shownMax) + (more > 0 ? ["… and \(more) more"] : [])
    }
}
