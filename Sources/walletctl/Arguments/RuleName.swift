import ArgumentParser

/// The rule that a verb is about.
struct RuleName: ParsableArguments {
    @Argument(help: "The rule's name.", completion: .shellCommand("walletctl rules 2>/dev/null | cut -f1"))
    var rule: String

    func validate() throws {
        guard !rule.isEmpty else { throw ValidationError("The rule's name is empty.") }
    }
}
