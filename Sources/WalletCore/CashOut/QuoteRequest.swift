/// What a provider is asked the price of.
package struct QuoteRequest: Hashable, Sendable {
    package let legs: [Leg]
    package let route: Plan.Route

    package init(legs: [Leg], route: Plan.Route) {
        self.legs = legs
        self.route = route
    }
}
