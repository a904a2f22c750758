import SQLite
package import WalletCore

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

extension StoredCashOut {
    static let columns = """
        number, id, approval, state, planned_at, ended_at, plan_id, plan, \(CashOutColumns.text),
        \(CashOutRequest.columns), purpose, accepting
        """
    /// What the columns are read from.
    static let tables = "cashout LEFT JOIN request ON request.cashout = cashout.number"

    init(_ row: borrowing Row) throws(SQLiteError) {
        let request = try CashOutRequest(row, from: 24)
        let isPrepared = row.optionalInt64(11) != nil
        let columns = try CashOutColumns(row, from: 8, request: isPrepared ? request : nil)
        guard let state = CashOut.State(try row.word(3), columns), isPrepared == (request != nil) else {
            throw row.corruption("the state of a cash-out makes no sense")
        }
        number = row.int64(0)
        cashOut = CashOut(
            id: row.text(1), plan: try row.value(7), planID: row.text(6), approval: try row.word(2),
            for: try CashOutPurpose(row, from: 34), state: state)
        plannedAt = row.timestamp(4)
        preparedAt = row.optionalTimestamp(31)
        endedAt = row.optionalTimestamp(5)
    }
}
