import Testing
import WalletCore

/// Everything that can happen, up to so many steps, with providers of every character.
@Suite struct LifeExplorerTests {
    private static let promises: [ProviderPromise] = [
        .both, .bothWithoutAbsence, .idempotentOnly, .lookupOnly, .neither,
    ]

    private static func starts(_ promise: ProviderPromise) -> [LifeNode] {
        [
            .paidUnheard(promise), LifeNode(life: .prepared(promise)), .heard(.pending, promise),
            .heard(.settled, promise),
        ]
    }

    @Test(arguments: promises) func `no way leads to a second payment, or to one that is forgotten`(
        promise: ProviderPromise
    ) {
        var explorer = LifeExplorer(promise, stepsMax: 4)
        for start in [LifeNode(life: .planned(promise))] + Self.starts(promise) {
            #expect(explorer.violation(from: start) == nil)
        }
        #expect(explorer.nodes > 1000)
    }

    @Test(arguments: Flaw.allCases) func `a machine with a flaw is found out`(flaw: Flaw) {
        let found = Self.promises.lazy.flatMap { promise in Self.starts(promise).lazy.map { (promise, $0) } }
            .compactMap { promise, start in
                var explorer = LifeExplorer(promise, flaw: flaw, stepsMax: 5)
                return explorer.violation(from: start)
            }
            .first
        #expect(found != nil)
    }
}
