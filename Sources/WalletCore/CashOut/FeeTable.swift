/// What a provider is known to take: a share and a fixed part, no less than a minimum and no more than a maximum.
package struct FeeTable: Equatable, Sendable {
    package var percent: Percentage?
    package var fixed: Amount?
    package var minimum: Amount?
    package var maximum: Amount?

    package init(percent: Percentage? = nil, fixed: Amount? = nil, minimum: Amount? = nil, maximum: Amount? = nil) {
        self.percent = percent
        self.fixed = fixed
        self.minimum = minimum
        self.maximum = maximum
    }
}
