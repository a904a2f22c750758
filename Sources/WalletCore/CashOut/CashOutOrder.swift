/// A cash-out that a person asks for.
package struct CashOutOrder: Equatable, Sendable {
    package let what: What
    /// The risks that the person takes, by name.
    package let accepting: Set<CashOutReason.Code>

    package enum What: Equatable, Sendable {
        /// What the rule would do, now.
        case rule(String)
        case legs([Leg], to: String)
    }

    /// Why there can be no such cash-out.
    package enum Flaw: String, Error, Sendable {
        case noLegs = "it names no holding"
        case notPositive = "an amount is not above zero"
        case mixedAssets = "its holdings have different assets"
        case twice = "it names a holding twice"
        case tooLarge = "it is more than can be counted"
    }

    package init(rule: String, accepting: Set<CashOutReason.Code> = []) {
        what = .rule(rule)
        self.accepting = accepting
    }

    package init(
        _ legs: [Leg], to destination: String, accepting: Set<CashOutReason.Code> = []
    ) throws(Flaw) {
        guard let asset = legs.first?.amount.asset else { throw .noLegs }
        guard legs.allSatisfy({ $0.amount.units > 0 }) else { throw .notPositive }
        guard legs.allSatisfy({ $0.amount.asset == asset && $0.holding.asset == asset.code }) else {
            throw .mixedAssets
        }
        guard Set(legs.map(\.holding)).count == legs.count else { throw .twice }
        var sum = Amount.zero(of: asset)
        for leg in legs {
            do { sum = try sum.adding(leg.amount) } catch { throw .tooLarge }
        }
        what = .legs(legs.sorted { $0.holding < $1.holding }, to: destination)
        self.accepting = accepting
    }
}
