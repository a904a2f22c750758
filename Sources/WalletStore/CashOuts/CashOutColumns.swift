import SQLite
import WalletCore

/// A cash-out's state as columns: what the state's cases have in common stands in one column.
struct CashOutColumns {
    var until: Timestamp?
    var untilBoot: BootTime?
    var inquiry: Inquiry?
    var dispatch: Dispatch?
    var lead: Lead?
    var absent: BootTime?
    var message: String?
    var fee: Amount?

    enum Lead: String {
        case none
        case absent
        case sendingAgain = "sending-again"
    }

    init(_ state: CashOut.State) {
        dispatch = state.dispatch
        switch state {
        case .planned, .approved, .sending, .abandoned: break
        case .awaitingApproval(let end): until = end
        case .prepared(_, let next), .pending(_, let next): inquiry = next
        case .needsUser(_, let next, let text): (inquiry, message) = (next, text)
        case .unknown(_, let doubt):
            inquiry = doubt.inquiry
            switch doubt.lead {
            case .none: lead = Lead.none
            case .absent(let from): (lead, absent) = (.absent, from)
            case .sendingAgain: lead = .sendingAgain
            }
        case .settled(_, let kept, let watch):
            fee = kept
            keep(watch)
        case .final(_, let kept): fee = kept
        case .rejected(_, let watch): keep(watch)
        case .returned(_, let kept): fee = kept
        }
    }
}

extension CashOutColumns {
    var watch: Watch? {
        guard let until, let inquiry else { return nil }
        return Watch(until: until, boot: untilBoot, inquiry)
    }

    private mutating func keep(_ watch: Watch?) {
        (until, untilBoot, inquiry) = (watch?.until, watch?.untilBoot, watch?.inquiry)
    }

    var doubtLead: Doubt.Lead? {
        switch lead {
        case .none?: Doubt.Lead.none
        case .absent?: .absent(provenFrom: absent)
        case .sendingAgain?: .sendingAgain
        case nil: nil
        }
    }

    static let text = """
        until, tries, next_at, runs, run_boot, run_ended, trace, provider_reference, lead, absent_boot, absent_from,
        message, fee, customer, until_boot, until_elapsed
        """

    init(_ row: borrowing Row, from column: Int, request: CashOutRequest?) throws(SQLiteError) {
        until = row.optionalTimestamp(column)
        untilBoot = row.bootTime(column + 14)
        if let tries = row.optionalInt64(column + 1) {
            inquiry = Inquiry(fruitless: Int(tries), next: row.timestamp(column + 2))
        }
        if let request {
            dispatch = Dispatch(
                request, runs: row.int(column + 3), lastRunEnded: row.bootTime(column + 4),
                trace: try row.word(column + 6), providerReference: row.optionalText(column + 7),
                customer: try row.word(column + 13))
        }
        if row.optionalText(column + 8) != nil { lead = try row.word(column + 8) }
        absent = row.bootTime(column + 9)
        message = row.optionalText(column + 11)
        fee = try row.optionalAmount(column + 12)
    }
}
