import ArgumentParser

/// A holding as a person names it: `SOURCE/ACCOUNT/ASSET`, or as much of that as is unambiguous.
struct HoldingReference: ExpressibleByArgument, Equatable {
    /// One to three; an empty one stands for anything.
    let parts: [String]

    init?(argument: String) {
        parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 3, parts.contains(where: { !$0.isEmpty }) else { return nil }
    }

    private init(parts: [String]) {
        self.parts = parts
    }

    /// The same with an asset, where it names none; the account may then still be open.
    func completed(with asset: String) -> HoldingReference {
        switch parts.count {
        case 1: HoldingReference(parts: parts + ["", asset])
        case 2: HoldingReference(parts: parts + [asset])
        default: self
        }
    }

    var text: String { parts.joined(separator: "/") }

    static let completion = CompletionKind.shellCommand("walletctl balances 2>/dev/null | cut -f1")
    static var defaultCompletionKind: CompletionKind { completion }
}
