import SQLite
package import WalletCore

/// A cash-out's state as columns: what the state's cases have in common stands in one column.
struct CashOutColumns {
    var until: Timestamp?
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
        case .settled(_, let kept, let watch): (fee, until, inquiry) = (kept, watch.until, watch.inquiry)
        case .final(_, let kept): fee = kept
        case .rejected(_, let watch): (until, inquiry) = (watch?.until, watch?.inquiry)
        case .returned(_, let kept): fee = kept
        }
    }
}

extension CashOut.State {
    /// Whether nothing more is to be done about it.
    package var isOver: Bool {
        switch self {
        case .final, .returned, .abandoned, .rejected(_, nil): true
        case .planned, .awaitingApproval, .approved, .prepared, .sending, .pending, .needsUser, .unknown, .settled,
            .rejected:
            false
        }
    }

    /// `nil` where the columns do not go together.
    fileprivate init?(_ name: Name, _ columns: CashOutColumns) {
        let watch = columns.watch
        switch (name, columns.dispatch, columns.inquiry) {
        case (.planned, nil, nil): self = .planned
        case (.awaitingApproval, nil, nil): self = .awaitingApproval(until: columns.until)
        case (.approved, nil, nil): self = .approved
        case (.prepared, let dispatch?, let inquiry?): self = .prepared(dispatch, inquiry)
        case (.sending, let dispatch?, nil): self = .sending(dispatch)
        case (.pending, let dispatch?, let inquiry?): self = .pending(dispatch, inquiry)
        case (.needsUser, let dispatch?, let inquiry?):
            guard let message = columns.message else { return nil }
            self = .needsUser(dispatch, inquiry, message: message)
        case (.unknown, let dispatch?, let inquiry?):
            guard let lead = columns.doubtLead else { return nil }
            self = .unknown(dispatch, Doubt(inquiry, lead))
        case (.settled, let dispatch?, _?):
            guard let fee = columns.fee, let watch else { return nil }
            self = .settled(dispatch, fee: fee, watch)
        case (.final, let dispatch?, nil):
            guard let fee = columns.fee else { return nil }
            self = .final(dispatch, fee: fee)
        case (.rejected, let dispatch?, _): self = .rejected(dispatch, watch)
        case (.returned, let dispatch?, nil): self = .returned(dispatch, fee: columns.fee)
        case (.abandoned, let dispatch, nil): self = .abandoned(dispatch)
        case (.planned, _, _), (.awaitingApproval, _, _), (.approved, _, _), (.prepared, _, _), (.sending, _, _),
            (.pending, _, _), (.needsUser, _, _), (.unknown, _, _), (.settled, _, _), (.final, _, _),
            (.rejected, _, _), (.returned, _, _), (.abandoned, _, _):
            return nil
        }
    }
}

extension CashOutColumns {
    fileprivate var watch: Watch? {
        guard let until, let inquiry else { return nil }
        return Watch(until: until, inquiry)
    }

    fileprivate var doubtLead: Doubt.Lead? {
        switch lead {
        case .none?: Doubt.Lead.none
        case .absent?: .absent(provenFrom: absent)
        case .sendingAgain?: .sendingAgain
        case nil: nil
        }
    }

    static let text = """
        until, tries, next_at, runs, run_boot, run_ended, trace, provider_reference, lead, absent_boot, absent_from,
        message, fee
        """

    fileprivate init(_ row: borrowing Row, from column: Int, request: CashOutRequest?) throws(SQLiteError) {
        until = row.optionalTimestamp(column)
        if let tries = row.optionalInt64(column + 1) {
            inquiry = Inquiry(fruitless: Int(tries), next: row.timestamp(column + 2))
        }
        if let request {
            dispatch = Dispatch(
                request, runs: row.int(column + 3), lastRunEnded: row.bootTime(column + 4),
                trace: try row.word(column + 6), providerReference: row.optionalText(column + 7))
        }
        if row.optionalText(column + 8) != nil { lead = try row.word(column + 8) }
        absent = row.bootTime(column + 9)
        message = row.optionalText(column + 11)
        fee = try row.optionalAmount(column + 12)
    }
}

extension CashOutRequest {
    fileprivate static let columns = """
        reference, key, key_boot, key_until, timeout, reversal_window, promise, prepared_at
        """

    /// `nil`: it is not prepared yet.
    fileprivate init?(_ row: borrowing Row, from column: Int) throws(SQLiteError) {
        guard let reference = row.optionalText(column) else { return nil }
        let word: KeyWord = try row.word(column + 1)
        let key: KeyExpiry
        switch (word, row.bootTime(column + 2)) {
        case (.singleUse, nil): key = .singleUse
        case (.until, let end?): key = .until(end)
        case (.unlimited, nil): key = .unlimited
        case (.singleUse, _), (.until, _), (.unlimited, _): throw row.corruption("a request's key makes no sense")
        }
        self.init(
            reference: reference, key: key, promise: try row.value(column + 6),
            timeout: .milliseconds(row.int64(column + 4)), reversalWindow: .milliseconds(row.int64(column + 5)))
    }
}

/// ``KeyExpiry`` as its column says it.
enum KeyWord: String {
    case singleUse = "single-use"
    case until
    case unlimited
}

extension StoredCashOut {
    static let columns = """
        number, id, approval, state, planned_at, ended_at, plan_id, plan, \(CashOutColumns.text),
        \(CashOutRequest.columns), purpose, accepting
        """
    /// What the columns are read from.
    static let tables = "cashout LEFT JOIN request ON request.cashout = cashout.number"

    init(_ row: borrowing Row) throws(SQLiteError) {
        let request = try CashOutRequest(row, from: 21)
        let isPrepared = row.optionalInt64(11) != nil
        let columns = try CashOutColumns(row, from: 8, request: isPrepared ? request : nil)
        guard let state = CashOut.State(try row.word(3), columns), isPrepared == (request != nil) else {
            throw row.corruption("the state of a cash-out makes no sense")
        }
        number = row.int64(0)
        cashOut = CashOut(
            id: row.text(1), plan: try row.value(7), planID: row.text(6), approval: try row.word(2),
            for: try CashOutPurpose(row, from: 29), state: state)
        plannedAt = row.timestamp(4)
        preparedAt = row.optionalTimestamp(28)
        endedAt = row.optionalTimestamp(5)
    }
}

extension Row {
    /// The boot, and the milliseconds since then in the next column.
    fileprivate func bootTime(_ column: Int) -> BootTime? {
        optionalText(column).map { BootTime(boot: $0, elapsed: .milliseconds(int64(column + 1))) }
    }
}
