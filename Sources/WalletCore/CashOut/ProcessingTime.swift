/// How long a provider takes from taking a request to the money being there.
package struct ProcessingTime: Hashable, Sendable {
    package let least: Duration
    package let most: Duration

    package init(_ least: Duration, _ most: Duration) {
        self.least = least
        self.most = most
    }

    package init(_ time: Duration) { self.init(time, time) }
}

extension ProcessingTime: CustomStringConvertible {
    /// As the configuration has it: `10m..24h`, or `10m` where both are the same.
    package var description: String { least == most ? most.text : "\(least.text)..\(most.text)" }
}
