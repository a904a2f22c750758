/// What one successful poll of one source returned.
package struct Reading: Equatable, Sendable {
    /// Each holding at most once, as ``checked(begun:)`` makes sure.
    package let balances: [Balance]
    package let completeness: Completeness

    package enum Completeness: Sendable, Equatable {
        /// What is not listed is zero.
        case complete
        /// What is not listed is unknown.
        case partial
    }

    package init(balances: [Balance], completeness: Completeness) {
        self.balances = balances
        self.completeness = completeness
    }
}
