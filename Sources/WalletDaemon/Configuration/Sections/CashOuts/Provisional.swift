package import WalletAdapters
package import WalletCore

package enum ProviderDefinition: Equatable, Sendable {
    case exec(ExecSourceDefinition)
}

package struct DestinationDefinition: Equatable, Sendable {
    package var account: SecretReference
}

package enum RateSourceDefinition: Equatable, Sendable {
    case fixed([Rate])
    case exec(ExecSourceDefinition)
}
