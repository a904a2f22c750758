import WalletAPI

/// Alerts as a table.
enum AlertsView {
    static func table(_ alerts: [Alert]) -> Table {
        Table(
            [
                .essential("ALERT", cutTo: 8), .essential("STATE"), .detail(4, "SEVERITY"),
                .essential("RULE", cutTo: 8), .essential("HOLDING", cutTo: 16), .detail(1, "VALUE", .right),
                .detail(2, "LIMIT", .right), .detail(3, "SINCE"), .detail(5, "NOTES"),
                .detail(6, "MESSAGE", cutTo: 24),
            ],
            rows: alerts.map(row))
    }

    private static func row(_ alert: Alert) -> [Cell] {
        [
            Cell(alert.id), Cell(alert.state, tone(alert)), Cell(alert.severity), Cell(alert.rule),
            Cell(Subject.text(alert.source, alert.account, alert.asset)), Cell(alert.value?.text),
            Cell(alert.limit?.text), .time(alert.since), Cell(notes(alert)), Cell(alert.message),
        ]
    }

    private static func notes(_ alert: Alert) -> String {
        let acknowledged = alert.acknowledgedBy.map { "acknowledged by \($0)" } ?? "acknowledged"
        return [
            alert.acknowledged ? acknowledged : nil, alert.silenced ? "silenced" : nil,
            alert.frozen ? "frozen" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    private static func tone(_ alert: Alert) -> Tone {
        switch alert.state {
        case "firing": alert.severity == "info" ? .warning : .bad
        case "pending": .warning
        default: .faint
        }
    }
}
