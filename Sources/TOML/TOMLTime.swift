/// A time of day. The second may be 60, because RFC 3339 allows leap seconds and TOML does not say which are real.
package struct TOMLTime: Sendable, Hashable {
    package let hour: Int
    package let minute: Int
    package let second: Int
    /// Digits after the ninth are cut off, not rounded.
    package let nanosecond: Int
}
