/// Why a trial could not begin, for the person who asked for it.
struct TrialFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
