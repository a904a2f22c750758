/// How much an alert matters to its reader.
package enum Severity: String, Sendable, CaseIterable {
    case info
    case warning
    case critical
}
