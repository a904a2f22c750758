/// `walletd --check-config`: says everything about a configuration, and touches nothing.
package struct ConfigurationCheck {
    private let report: ConfigurationReport

    package init(_ launch: Launch) {
        let surroundings = launch.checkSurroundings
        report = ConfigurationReport(
            checking: launch.configurationPath ?? surroundings.defaults.configuration, in: surroundings)
    }

    /// Prints to standard output; answers the exit status.
    package func run() -> Int32 {
        for line in report.lines { StandardOutput.write(line) }
        switch report.verdict {
        case .sound: return 0
        case .faulty: return StartFailure.Code.configuration.rawValue
        }
    }
}
