import JSON
import NIOCore
import Testing
import WalletAPI

@testable import WalletControl

/// Whether the schemas are those of the types, also of what the running daemon seldom says.
struct SchemaTests {
    private let description: JSONValue

    init() throws {
        let text = try JSONText.buffer(of: OpenAPIDocument([], version: "0"))
        description = try JSONValue.parse(Array(text.readableBytesView))
    }

    @Test func `a value with all of its fields has just those that are described`() throws {
        let values: [(String, any Encodable & Sendable)] = [
            ("Alert", FullValues.alert), ("Amount", FullValues.amount),
            ("Backup", Backup(path: "/copy.db", bytes: 4096)), ("BackupRequest", BackupRequest(name: "copy.db")),
            ("Event", FullValues.event),
            ("HistoryEntry", FullValues.historyEntry), ("Holding", FullValues.holding), ("Problem", FullValues.problem),
            ("Reason", FullValues.reason), ("RecordRequest", FullValues.recordRequest), ("Reload", FullValues.reload),
            ("Rule", FullValues.rule),
            ("Source", FullValues.source), ("Status", FullValues.status),
        ]
        let all = (values + FullCashOutValues.named).sorted { $0.0 < $1.0 }
        #expect(all.map(\.0) == description["components"]?["schemas"]?.names)
        let check = SchemaCheck(description: description)
        for (name, value) in all {
            let json = try JSONValue.parse(Array(try JSONText.buffer(of: value).readableBytesView))
            let schema = try #require(description["components"]?["schemas"]?[name])
            #expect(check.faults(of: json, by: schema, at: name) == [])
            #expect(json.names == schema["properties"]?.names)
        }
    }
}

private enum FullValues {
    static let time = "2026-11-22T10:00:00Z"
    static let amount = Amount(amount: "12.50", asset: "USD")
    static let recordRequest = RecordRequest(amount: amount, expires: "2027-03-01")
    static let reload = Reload(config: ConfigFile(path: "/a", sha256: "b"), warnings: ["c"])
    static let historyEntry = HistoryEntry(at: time, until: time, available: amount, total: amount, gap: "timeout")

    static var status: Status {
        var status = Status(version: "1", started: time, config: reload.config, schema: 1, state: .degraded)
        status.sources = ["ok": 1]
        status.alerts = ["firing": 1]
        status.cashouts = ["pending": 1]
        status.stops = [Reason(code: "paused", message: "b")]
        status.rateFailures = ["ecb": Source.Failure(at: time, reason: "timeout", message: "b")]
        status.nextPoll = time
        return status
    }

    static var source: Source {
        var source = Source(name: "a", adapter: "exec", state: "failing")
        source.lastSuccess = time
        source.lastFailure = Source.Failure(at: time, reason: "timeout", message: "b")
        source.nextPoll = time
        source.quota = Source.QuotaLeft(limit: 4, window: "24h", left: 1)
        return source
    }

    static var holding: Holding {
        var holding = Holding(source: "a", account: "b", asset: "USD", kind: "points", available: amount)
        holding.assetName = "dollars"
        holding.total = amount
        holding.asOf = time
        holding.readAt = time
        holding.changedAt = time
        holding.lots = [Holding.Lot(amount: amount, expires: "2027-03-01")]
        return holding
    }

    static var alert: Alert {
        var alert = Alert(rule: "a", state: "firing", severity: "critical", source: "b", since: time)
        alert.id = "c"
        alert.account = "d"
        alert.asset = "USD"
        alert.value = amount
        alert.limit = amount
        alert.message = "e"
        alert.acknowledgedBy = "f"
        return alert
    }

    static var reason: Reason {
        var reason = Reason(code: "firing", message: "a")
        reason.source = "b"
        reason.account = "c"
        reason.asset = "USD"
        reason.value = "1 USD"
        reason.limit = "2 USD"
        reason.since = time
        reason.clearsWhen = "d"
        return reason
    }

    static var rule: Rule {
        var rule = Rule(name: "a", type: "alert", decision: "firing", since: time, reasons: [reason])
        rule.condition = "below 2 USD"
        rule.mode = "ask"
        rule.leftOut = [reason]
        rule.plans = [FullCashOutValues.plan]
        rule.revision = "e"
        rule.consent = Rule.Consent("given")
        rule.terms = FullCashOutValues.terms
        return rule
    }

    static var event: Event {
        var event = Event(seq: 17, type: "alert.firing", at: time, severity: "info", message: "a")
        event.rule = "b"
        event.source = "c"
        event.account = "d"
        event.asset = "USD"
        event.amount = amount
        event.limit = amount
        event.cashout = "f"
        event.provider = "g"
        event.reason = "e"
        event.cashout = "f"
        event.provider = "g"
        return event
    }

    static var problem: Problem {
        var problem = Problem(.quotaSpent, title: "a", status: 429, detail: "b", hint: "c")
        problem.faults = ["d"]
        problem.reasons = [reason]
        problem.retryAt = time
        return problem
    }
}
