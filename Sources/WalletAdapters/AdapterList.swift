/// What a configured source is made of, one case for each adapter. The only place that lists them.
package enum SourceDefinition: Equatable, Sendable {
    /// Balances come by `walletctl record`; nothing is polled.
    case manual
    case file(FileSourceDefinition)
    case exec(ExecSourceDefinition)
    case http(HTTPSourceDefinition)
}
