import WalletAPI

/// Sources as a table.
enum SourcesView {
    static func table(_ sources: [Source]) -> Table {
        Table(
            [
                .essential("SOURCE", cutTo: 8), .essential("STATE"), .detail(3, "LAST SUCCESS"),
                .detail(1, "NEXT POLL"), .detail(5, "QUOTA"), .detail(6, "ADAPTER"),
                .detail(4, "FAILURES", .right), .detail(7, "LAST FAILURE"), .detail(2, "REASON", cutTo: 24),
            ],
            rows: sources.map(row))
    }

    private static func row(_ source: Source) -> [Cell] {
        [
            Cell(source.name), Cell(source.state, tone(source.state)), .time(source.lastSuccess),
            .time(source.nextPoll), Cell(source.quota.map { "\($0.left) of \($0.limit) in \($0.window)" }),
            Cell(source.adapter), Cell(source.consecutiveFailures == 0 ? nil : "\(source.consecutiveFailures)"),
            .time(source.lastFailure?.at), Cell(source.lastFailure.map { "\($0.reason): \($0.message)" }),
        ]
    }

    private static func tone(_ state: String) -> Tone {
        switch state {
        case "ok": .good
        case "failing", "needs-attention": .bad
        case "stale", "paused": .warning
        default: .plain
        }
    }
}
