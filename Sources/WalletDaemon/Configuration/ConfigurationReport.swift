/// What a check of a configuration prints.
package struct ConfigurationReport: Equatable, Sendable {
    package enum Verdict: Equatable, Sendable {
        case sound
        case faulty
    }

    package let verdict: Verdict
    /// A fault or a warning each, `FILE:LINE:COLUMN: message`, in the order of the places; of a sound configuration
    /// the last line says how much there is in it.
    package let lines: [String]

    /// Reads the configuration as far as it can be read, and changes nothing.
    package init(checking path: String, in surroundings: ConfigurationSurroundings) {
        do throws(ConfigurationFaults) {
            self.init(try LoadedConfiguration.load(path, in: surroundings))
        } catch {
            self.init(error)
        }
    }

    package init(_ configuration: LoadedConfiguration) {
        let sources = ConfigurationReport.count(configuration.sources.count, "source")
        let rules = ConfigurationReport.count(configuration.rules.count, "alert")
        let cashOuts = configuration.cashOuts.rules.count
        var parts = [sources, rules]
        if cashOuts > 0 { parts.append(ConfigurationReport.count(cashOuts, "cash-out")) }
        verdict = .sound
        lines =
            configuration.warnings.map(ConfigurationReport.warning)
            + ["configuration is sound: \(parts.joined(separator: ", "))"]
    }

    package init(_ faults: ConfigurationFaults) {
        verdict = .faulty
        lines = faults.faults.map(\.description) + faults.warnings.map(ConfigurationReport.warning)
    }

    private static func warning(_ warning: ConfigurationFault) -> String {
        ConfigurationFault(
            file: warning.file, line: warning.line, column: warning.column, message: "warning: \(warning.message)"
        ).description
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
