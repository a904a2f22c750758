import SQLite
package import WalletCore

extension WriteTransaction {
    /// Keeps a new cash-out, and all that its plan did. Another open one from the same holding is refused.
    package func add(_ cashOut: CashOut, _ transition: CashOut.Transition) throws(StoreError) -> StoredCashOut {
        let plan = cashOut.plan
        let purpose = cashOut.purpose.columns
        try database.run(
            """
            INSERT INTO cashout
              (id, rule, approval, purpose, accepting, bundle, destination, provider, state, planned_at, is_over,
               plan_id, plan)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
            """,
            cashOut.id, plan.rule, cashOut.approval.rawValue, purpose.word, purpose.accepting, plan.bundle,
            plan.destination, plan.provider, cashOut.state.name.rawValue, now, cashOut.planID, plan.column)
        let stored = StoredCashOut(
            number: database.connection.lastInsertRowID, cashOut: cashOut, plannedAt: now, preparedAt: nil, endedAt: nil
        )
        for (ordinal, leg) in plan.legs.enumerated() { try add(leg, ordinal, of: stored) }
        try keep(transition, of: stored)
        return stored
    }

    /// Has a cash-out take a step, and keeps all that it does; one that it refuses changes nothing.
    ///
    /// The step ``CashOut/Step/prepare(_:)`` is for ``prepare(_:as:charging:on:in:)``.
    package func take(
        _ step: CashOut.Step, on id: String, in facts: Circumstances
    ) throws(StoreError) -> Result<StoredCashOut, TransitionError> {
        try advance(id, by: step, in: facts) { _ throws(StoreError) in }
    }

    /// Has an approved cash-out keep its one request, what goes out for it, and what it counts against budgets.
    package func prepare(
        _ request: CashOutRequest, as sent: StoredRequest, charging charge: Charge, on id: String,
        in facts: Circumstances
    ) throws(StoreError) -> Result<StoredCashOut, TransitionError> {
        let request = seam.request(request)
        return try advance(id, by: .prepare(request), in: facts) { before throws(StoreError) in
            try add(request, sent, of: before)
            try add(charge, of: before)
        }
    }

    private func advance(
        _ id: String, by step: CashOut.Step, in facts: Circumstances,
        adding: (StoredCashOut) throws(StoreError) -> Void
    ) throws(StoreError) -> Result<StoredCashOut, TransitionError> {
        guard let before = try cashOut(id) else { throw database.refused("there is no cash-out \(id)") }
        var cashOut = before.cashOut
        let transition: CashOut.Transition
        do throws(TransitionError) {
            transition = try cashOut.apply(seam.step(step, cashOut), in: facts)
        } catch {
            return .failure(error)
        }
        try adding(before)
        let after = StoredCashOut(
            number: before.number, cashOut: cashOut, plannedAt: before.plannedAt,
            preparedAt: cashOut.state.dispatch.map { _ in before.preparedAt ?? now },
            endedAt: cashOut.state.name.holdsHoldings ? nil : before.endedAt ?? now)
        try save(after)
        try moveClaims(of: after, from: before)
        try keep(transition, of: after, before: before)
        return .success(after)
    }

    /// What a step does beside the state, with what the cash-out wants next.
    private func keep(
        _ transition: CashOut.Transition, of after: StoredCashOut, before: StoredCashOut? = nil
    ) throws(StoreError) {
        if let entry = transition.entry { try add(entry, of: after) }
        try add(transition.postings, of: after)
        try follow(transition.consequences, of: after)
        _ = try append(seam.events(transition.events))
        steps.add(CashOutWish(cashOut: after.cashOut, effect: transition.effect))
        if let run = try begunRun(of: after, before: before) { steps.add(seam.run(run)) }
    }

    private func begunRun(of after: StoredCashOut, before: StoredCashOut?) throws(StoreError) -> CashOutRun? {
        let runs = before?.cashOut.state.dispatch?.runs ?? 0
        guard let begun = after.cashOut.state.dispatch?.runs, begun > runs, after.cashOut.state.isRunning else {
            return nil
        }
        guard let request = try request(of: after) else { throw database.refused("a run began without a request") }
        return CashOutRun(
            cashOut: after.cashOut, attempt: after.cashOut.state.name == .sending ? .first : .again, request: request)
    }

    private func save(_ stored: StoredCashOut) throws(StoreError) {
        let state = stored.cashOut.state
        let columns = CashOutColumns(state)
        let dispatch = columns.dispatch
        try database.run(
            """
            UPDATE cashout SET
              state = ?, ended_at = ?, is_over = ?, until = ?, tries = ?, next_at = ?, runs = ?, run_boot = ?,
              run_ended = ?, trace = ?, provider_reference = ?, lead = ?, absent_boot = ?, absent_from = ?, message = ?,
              fee = ?, customer = ?, until_boot = ?, until_elapsed = ?
            WHERE number = ?
            """,
            state.name.rawValue, stored.endedAt, state.isOver ? 1 : 0, columns.until, columns.inquiry?.fruitless,
            columns.inquiry?.next, dispatch?.runs, dispatch?.lastRunEnded?.boot,
            dispatch?.lastRunEnded?.laterMilliseconds,
            dispatch?.trace.rawValue, dispatch?.providerReference, columns.lead?.rawValue, columns.absent?.boot,
            columns.absent?.laterMilliseconds, columns.message, columns.fee?.description,
            (dispatch?.customer ?? .asPrepared).rawValue, columns.untilBoot?.boot, columns.untilBoot?.laterMilliseconds,
            stored.number)
    }

    func add(_ entry: CashOut.TrailEntry, of cashOut: StoredCashOut) throws(StoreError) {
        let (actor, person) = entry.by.columns
        try database.run(
            """
            INSERT INTO transition (cashout, ordinal, state, at, actor, person, note)
            VALUES (?1, (SELECT coalesce(max(ordinal) + 1, 0) FROM transition WHERE cashout = ?1), ?2, ?3, ?4, ?5, ?6)
            """,
            cashOut.number, entry.state.rawValue, entry.at, actor, person, entry.note)
    }
}

extension BootTime {
    /// Rounded up: what is counted from it is not shorter than it was.
    fileprivate var laterMilliseconds: Int64 {
        let whole = elapsed.wholeMilliseconds
        return .milliseconds(whole) < elapsed ? whole + 1 : whole
    }
}
