/// Why a configuration is refused: every fault that was found in one run.
package struct ConfigurationFaults: Error, Sendable {
    /// In the order of the files and of their lines; never empty.
    package let faults: [ConfigurationFault]
    /// What else deserves a look, in the same order.
    package let warnings: [ConfigurationFault]

    package init(faults: [ConfigurationFault], warnings: [ConfigurationFault]) {
        self.faults = faults
        self.warnings = warnings
    }
}
