import ArgumentParser
import WalletAPI

/// Which holdings to list: `SOURCE`, `SOURCE/ACCOUNT` or `SOURCE/ACCOUNT/ASSET`, each a name or a glob.
struct HoldingPattern: ExpressibleByArgument, Equatable {
    private let parts: [String]

    init?(argument: String) {
        parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 3, parts.contains(where: { !$0.isEmpty }) else { return nil }
    }

    /// Several are one question, whose answer lists no holding twice.
    static func query(_ patterns: [HoldingPattern]) -> [QueryParameter] {
        patterns.count == 1
            ? patterns.flatMap(\.query)
            : patterns.map { QueryParameter(.holding, $0.parts.joined(separator: "/")) }
    }

    private var query: [QueryParameter] {
        zip([QueryName.source, .account, .asset], parts).filter { !$1.isEmpty }.map(QueryParameter.init)
    }

    static var defaultCompletionKind: CompletionKind { HoldingReference.completion }
}
