/// What one cash-out would move, to where, and what that costs.
package struct Plan: Equatable, Sendable {
    /// `nil`: a person's own.
    package let rule: String?
    /// Never empty, in the order of the holdings; all of one asset.
    package let legs: [Leg]
    package let route: Route
    package let quote: Quote
    package let cost: Cost
    /// What must be left in the legs' holdings together: their part of what the rule leaves behind.
    package var keeps: Amount
    /// What each leg's holding had beyond its leg; empty where nothing is on top, or only one can give it.
    package var spare: [Amount] = []
    /// What the quote says, else what the provider is known for.
    package var processing: ProcessingTime?
    /// What going together saves; `nil` for a single holding, and where the fee alone is not known.
    package var savings: Savings?
    /// What the cash-outs of one bundle have in common; given to them when they are made.
    package var bundle: String?

    /// From the holdings to where, as both were defined when the plan was made.
    package struct Route: Hashable, Sendable {
        package let destination: String
        package let destinationIdentity: String
        package let provider: String
        package let providerIdentity: String

        package init(_ destination: Destination, by provider: Provider) {
            self.destination = destination.name
            destinationIdentity = destination.identity
            self.provider = provider.name
            providerIdentity = provider.identityHash
        }
    }

    package struct Savings: Equatable, Sendable {
        /// What the fees of all legs would be if each went by itself.
        package let alone: Amount
        package let bundled: Amount
        /// Never negative.
        package let saved: Amount

        package init(alone: Amount, bundled: Amount, saved: Amount) {
            self.alone = alone
            self.bundled = bundled
            self.saved = saved
        }
    }

    package init(rule: String?, legs: [Leg], route: Route, quote: Quote, cost: Cost) {
        self.rule = rule
        self.legs = legs
        self.route = route
        self.quote = quote
        self.cost = cost
        keeps = .zero(of: cost.debit.asset)
        processing = quote.processing.map { ProcessingTime($0) }
    }

    package var destination: String { route.destination }
    package var provider: String { route.provider }
    package var amount: Amount { cost.amount }
    package var fee: Amount { quote.fee }
    package var debit: Amount { cost.debit }
    package var net: Amount { cost.net }
    package var expires: Timestamp? { quote.expires }
}
