/// What an offline check of a configuration found.
package struct CheckReport: Codable, Sendable, Equatable {
    /// Each `FILE:LINE:COLUMN: message`; none where the configuration is sound.
    package var faults: [String]
    /// Likewise, about what is allowed and probably not meant.
    package var warnings: [String]

    package init(faults: [String], warnings: [String] = []) {
        self.faults = faults
        self.warnings = warnings
    }
}
