/// A source as the configuration that comes into force has it.
package struct ConfiguredSource: Equatable, Sendable {
    package let name: String
    package let adapter: String
    /// Of everything that decides what is read; another one means that the source was edited.
    package let fingerprint: [UInt8]

    package init(name: String, adapter: String, fingerprint: [UInt8]) {
        self.name = name
        self.adapter = adapter
        self.fingerprint = fingerprint
    }
}

/// What a configuration changed about the stored sources; names in the order of their bytes.
package struct SourceChanges: Equatable, Sendable {
    /// Never configured before, or configured again after having been removed.
    package var added: [String] = []
    package var edited: [String] = []
    package var removed: [String] = []
}
