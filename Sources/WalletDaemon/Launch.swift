import Glibc
import WalletCore
import WalletEngine

/// What the process was started with: read once, at the beginning, and handed on as values.
package struct Launch: Sendable {
    let environment: [String: String]
    let user: UInt32
    let home: String?
    /// `nil`: where it is by default.
    let configurationPath: String?

    package init(environment: [String: String], configurationPath: String?) {
        self.environment = environment
        self.configurationPath = configurationPath
        user = geteuid()
        home = environment["HOME"]
    }

    /// The variables of this process.
    package static func systemEnvironment() -> [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            next += 1
        }
        return variables
    }

    /// For the daemon itself.
    var surroundings: ConfigurationSurroundings {
        .running(as: user, environment: environment, home: home, on: today)
    }

    /// For a check by whoever runs it.
    var checkSurroundings: ConfigurationSurroundings {
        .checking(as: user, environment: environment, home: home, on: today)
    }

    private var today: CalendarDate { CalendarDate(EngineClock.system.now()) }
}
