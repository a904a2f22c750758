package import WalletAdapters
package import WalletCore

package enum ProviderDefinition: Equatable, Sendable {
    case exec(PluginDefinition)
}

package enum RatesDefinition: Equatable, Sendable {
    case fixed(FixedRatesDefinition)
    case exec(PluginDefinition)
}
package struct DestinationDefinition: Equatable, Sendable {
    package var name: String
    package var account: SecretReference
    package var payee: String?
    package init(name: String, account: SecretReference, payee: String? = nil) {
        self.name = name
        self.account = account
        self.payee = payee
    }
}
package struct FixedRatesDefinition: Equatable, Sendable {
    package var asOf: CalendarDate
    package var pairs: [Pair]
    package init(asOf: CalendarDate, pairs: [Pair]) {
        self.asOf = asOf
        self.pairs = pairs
    }

    package struct Pair: Equatable, Sendable {
        package var pair: String
        package var value: String

        package init(_ pair: String, _ value: String) {
            self.pair = pair
            self.value = value
        }
    }
}
