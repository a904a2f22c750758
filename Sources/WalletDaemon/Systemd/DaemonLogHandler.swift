package import Logging

/// The daemon's own log on standard error. What nobody is ready to read is dropped: the daemon waits for no reader.
package struct DaemonLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level = .info
    private let prefix: LinePrefix

    package init(prefix: LinePrefix) {
        self.prefix = prefix
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        guard StandardError.isReady else { return }
        var all = metadata
        if let given = event.metadata { all.merge(given) { _, new in new } }
        let fields = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let start =
            switch prefix {
            case .priority: "<\(event.level.syslogPriority)>"
            case .word: "walletd: \(event.level): "
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
