/// What holds around one step: read off clocks, configuration and dice by whoever takes it.
package struct Circumstances: Equatable, Sendable {
    package let now: Timestamp
    package let boot: BootTime
    package let provider: Counterpart
    /// Chooses where within its bounds a wait ends.
    package let randomness: UInt64
    /// What the provider says by now of keys that are sent again.
    package var promise = Promise.asPrepared
    /// A keyed hash of what the credentials of the request are by now; `nil`: there are none, or they cannot be read.
    package var credentials: String?

    package enum Counterpart: Sendable {
        case asPrepared
        /// Its identity or that of the destination is another than when the request was made, or its credential is gone.
        case changed
    }

    package enum Promise: Sendable {
        case asPrepared
        /// It acts each time by now.
        case takenBack
    }

    package init(now: Timestamp, boot: BootTime, provider: Counterpart = .asPrepared, randomness: UInt64) {
        self.now = now
        self.boot = boot
        self.provider = provider
        self.randomness = randomness
    }
}
