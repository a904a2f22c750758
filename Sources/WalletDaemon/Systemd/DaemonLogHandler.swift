package import Logging

/// The daemon's own log: lines on standard error, with the `<N>` priority prefix that systemd reads where it listens.
package struct DaemonLogHandler: LogHandler {
    package enum Prefix: Sendable {
        /// sd-daemon(3): `<4>text`.
        case priority
        /// `warning: text`, for a person.
        case level
    }

    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level = .info
    private let prefix: Prefix

    package init(prefix: Prefix) {
        self.prefix = prefix
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var all = metadata
        if let given = event.metadata { all.merge(given) { _, new in new } }
        let fields = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let start =
            switch prefix {
            case .priority: "<\(event.level.syslogPriority)>"
            case .level: "walletd: \(event.level): "
            }
        let lines = "\(event.message)\(fields)".split(separator: "\n", omittingEmptySubsequences: false)
        StandardError.write(lines.map { "\(start)\($0)\n" }.joined())
    }
}

extension Logger.Level {
    /// syslog(3).
    fileprivate var syslogPriority: Int {
        switch self {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }
}
