/// What is new with cash-outs since the last configuration, each by name and in that order.
package struct CashOutChanges: Equatable, Sendable {
    package var newDestinations: [String] = []
    package var changedDestinations: [String] = []
    package var changedProviders: [String] = []
    /// Rules whose consent ended, because they, their destination or their provider changed or went.
    package var consentsEnded: [String] = []
}
