/// The answer to a reload that took effect. One that did not is a ``Problem`` with its faults.
package struct Reload: Codable, Sendable, Equatable {
    package var config: ConfigFile
    /// Each `FILE:LINE:COLUMN: message`.
    package var warnings: [String]

    package init(config: ConfigFile, warnings: [String] = []) {
        self.config = config
        self.warnings = warnings
    }
}
