/// What every provider and every source of rates is told beside its definition.
package struct PartySettings: Sendable {
    /// Under which it is configured.
    package var name: String
    /// For each call.
    package var timeout: Duration

    package init(_ name: String, timeout: Duration) {
        self.name = name
        self.timeout = timeout
    }
}
