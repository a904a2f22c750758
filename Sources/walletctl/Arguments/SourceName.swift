import ArgumentParser

/// The source that a verb is about.
struct SourceName: ParsableArguments {
    @Argument(
        help: "The source's name.", completion: .shellCommand("walletctl sources 2>/dev/null | cut -f1"))
    var source: String

    func validate() throws {
        guard !source.isEmpty else { throw ValidationError("The source's name is empty.") }
    }
}
