import Testing
import WalletCore

/// Plays a table of times, happenings, and what one rule makes of them on one holding or source.
///
/// A row is `time | what | state | event | due`. Times are hours and minutes since the first midnight. Happenings:
/// `read N`, `read N as-of T`, `read N kind K` (complete readings of the one holding), `gone` (a complete reading
/// without it), `unlisted` (an incomplete one), `doubt` (a zero that is held back), `fail`, `timer`, `start` (of the
/// daemon), `jump` (of the clock: no time passes), `ack`.
struct AlertTable {
    var rule: AlertRule
    var settings = SourceSettings(
        name: "tmoney", adapter: "exec", every: .minutes(15), staleAfter: .hours(1), kind: .prepaid)

    init(_ condition: AlertCondition, _ change: (inout AlertRule) -> Void = { _ in }) {
        rule = AlertRule(name: "low-transit", condition: condition)
        change(&rule)
    }

    func check(_ table: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var world = AlertWorld(rule: rule, settings: settings)
        let expected = table.split(separator: "\n").map { line in
            line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        }
        for row in expected {
            #expect(world.play(row) == row, sourceLocation: sourceLocation)
        }
    }
}

/// The daemon as far as one alert goes: a store of one holding, a clock, one kept state.
private struct AlertWorld {
    let rule: AlertRule
    let settings: SourceSettings
    var holding: Holding?
    var health = SourceHealth(firstConfigured: .at("0:00"))
    var state = AlertState.inactive
    var now = Timestamp.at("0:00")
    var observingSince = Timestamp.at("0:00")
    var tries = SourceFacts.Tries.noneSinceStart
    var alertsFired = 0

    /// The row as it came out.
    mutating func play(_ row: [String]) -> [String] {
        let words = row[1].split(separator: " ").map(String.init)
        now = .at(row[0])
        let outcome = happen(words)
        state = outcome?.state ?? state
        return [row[0], row[1], "\(state)", "\(outcome?.announcement?.words ?? "-")", outcome?.due?.clock ?? "-"]
    }

    private mutating func happen(_ words: [String]) -> AlertOutcome? {
        switch words[0] {
        case "read": return read(balance(words), .complete)
        case "gone": return read(nil, .complete)
        case "unlisted": return read(nil, .partial)
        case "doubt": return doubt()
        case "fail": return fail()
        case "start", "jump": return observe()
        case "timer": return evaluate(holding.map(unchanged), .time)
        case "ack":
            state = state.acknowledged(by: "alice") ?? state
            return evaluate(holding.map(unchanged), .time)
        default:
            Issue.record("\(words[0]) is not a happening")
            return nil
        }
    }

    private func balance(_ words: [String]) -> Balance {
        var kind: BalanceKind?
        var asOf: Timestamp?
        if words.count == 4, words[2] == "kind" { kind = BalanceKind(rawValue: words[3]) }
        if words.count == 4, words[2] == "as-of" { asOf = .at(words[3]) }
        return Balance(account: "card-1", available: .krw(Int(words[1]) ?? .min), kind: kind, asOf: asOf)
    }

    private mutating func read(_ balance: Balance?, _ completeness: Reading.Completeness) -> AlertOutcome? {
        let reading = Reading(balances: [balance].compactMap(\.self), completeness: completeness)
        let decision = recording.decide(reading, begun: now, attempt: .confirming)
        _ = health.succeed(begun: now)
        tries = .someSinceStart
        guard case .record(let changes) = decision, let change = changes.first else { return evaluate(nil, .reading) }
        return evaluate(change, .reading)
    }

    private mutating func doubt() -> AlertOutcome? {
        let reading = Reading(balances: [], completeness: .complete)
        guard case .confirm(let doubts) = recording.decide(reading, begun: now, attempt: .first) else { return nil }
        return evaluate(doubts.first?.doubted, .time)
    }

    private mutating func fail() -> AlertOutcome? {
        _ = health.fail(PortFailure(.unreachable, "no route to host"), at: now)
        tries = .someSinceStart
        return evaluate(holding.map(unchanged), .time)
    }

    private mutating func observe() -> AlertOutcome? {
        observingSince = now
        tries = .noneSinceStart
        return evaluate(holding.map(unchanged), .time)
    }

    private mutating func evaluate(_ change: HoldingChange?, _ cause: Moment.Cause) -> AlertOutcome? {
        holding = change?.after ?? holding
        guard let facts = facts(change) else { return nil }
        let moment = Moment(now: now, observingSince: observingSince, cause: cause)
        alertsFired += 1
        let id = "alert-\(alertsFired)"
        return rule.evaluate(state, on: facts, at: moment) { id }
    }

    private func facts(_ change: HoldingChange?) -> SubjectFacts? {
        guard !rule.condition.isAboutSource else {
            return .source(
                SourceFacts(
                    settings: settings, health: health, tries: tries, holdings: [holding].compactMap(\.self)))
        }
        return change.map { .holding(HoldingFacts($0, staleAfter: settings.staleAfter)) }
    }

    private var recording: Recording {
        Recording(settings: settings, stored: [holding].compactMap(\.self))
    }

    private func unchanged(_ holding: Holding) -> HoldingChange { HoldingChange(before: holding, after: holding) }
}

extension AlertState: CustomTestStringConvertible, CustomStringConvertible {
    public var testDescription: String { description }

    public var description: String {
        switch self {
        case .inactive: "inactive"
        case .pending(let pending): "pending \(pending.counted.wording)"
        case .firing(let firing): "firing \(firing.since.clock)\(firing.acknowledgedBy == nil ? "" : " acked")"
        }
    }
}

extension AlertAnnouncement {
    fileprivate var words: String {
        switch self {
        case .fired: "fired"
        case .repeated: "repeated"
        case .resolved: "resolved"
        case .withdrawn(_, let reason): "withdrawn \(reason.rawValue)"
        case .superseded: "superseded"
        }
    }
}
