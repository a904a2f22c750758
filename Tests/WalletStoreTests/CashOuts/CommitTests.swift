import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

/// Nothing has an effect before it is on the disk.
@Suite struct CommitTests {
    private func runs<Value>(_ committed: Committed<Value>) -> [CashOutRun]? {
        if case .granted(let runs) = committed.runs { runs } else { nil }
    }

    @Test func `a run comes out of the commit that begins it, with the request as it was stored`() async throws {
        try await TestStore.run(accounts: "a") { test in
            let planned = try await test.plan("c1")
            #expect(planned.wishes.map(\.effect) == [.seekApproval])
            #expect(runs(planned)?.isEmpty == true)
            try await test.take(.approve(plan: "plan-c1", by: .rule), on: "c1")
            #expect(try await test.prepare("c1").wishes.map(\.effect) == [.send(.first, at: .start)])
            let sent = try await test.take(.send, on: "c1")
            let cashOut = try await test.cashOut("c1").cashOut
            #expect(runs(sent) == [CashOutRun(cashOut: cashOut, attempt: .first, request: .acme)])
            #expect(runs(try await test.take(.ran(.unclear("…")), on: "c1"))?.isEmpty == true)
            let absent = CashOut.Step.answer(ProviderReply(.unknownKey), askedAt: Circumstances.after(0).boot)
            try await test.take(absent, on: "c1")
            #expect(runs(try await test.take(.sendAgain, on: "c1"))?.map(\.attempt) == [.again])
        }
    }

    @Test func `the file beside the database knows of a run before it is handed out`() async throws {
        try await TestStore.run(accounts: "a") { test in
            let files = DatabaseFiles(folder: test.folder)
            func number() throws -> Int64? { try Generation.read(beside: files.location)?.number }
            let before = try #require(try number())
            try await test.plan("c1")
            try await test.take(.approve(plan: "plan-c1", by: .rule), on: "c1")
            try await test.prepare("c1")
            #expect(try number() == before)
            try await test.take(.send, on: "c1")
            #expect(try number() == before + 1)
            #expect(try await test.texts("SELECT value FROM meta WHERE key = 'generation'") == ["\(before + 1)"])
            try await test.take(.ran(.notConnected), on: "c1")
            #expect(try number() == before + 1)
        }
    }

    @Test func `a run is withheld where that file cannot be written, and later ones are granted again`() async throws {
        try await TestStore.run(accounts: "a", "b") { test in
            for id in ["c1", "c2"] {
                try await test.plan(id, .from(id == "c1" ? "a" : "b"))
                try await test.take(.approve(plan: "plan-\(id)", by: .rule), on: id)
                try await test.prepare(id)
            }
            let files = DatabaseFiles(folder: test.folder)
            try files.makeFolder("walletd.generation.new")
            let committed = try await test.take(.send, on: "c1")
            guard case .withheld(let runs, because: let error) = committed.runs else {
                Issue.record("the run was granted")
                return
            }
            #expect(runs.map(\.cashOut.id) == ["c1"])
            #expect(error.code == .ioError)
            #expect(try await test.cashOut("c1").cashOut.state.name == .sending)
            try await test.take(.ran(.notConnected), on: "c1")
            #expect(try await test.cashOut("c1").cashOut.state.name == .prepared)
            try files.remove("walletd.generation.new")
            #expect(self.runs(try await test.take(.send, on: "c2"))?.count == 1)
        }
    }

    @Test func `steps in a transaction that hands nothing out are refused`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.plan("c1")
            let error = await #expect(throws: StoreError.self) {
                try await test.write { transaction throws(StoreError) in
                    _ = try transaction.take(.approve(plan: "plan-c1", by: .rule), on: "c1", in: .after(0))
                }
            }
            #expect(error?.code == .refused)
            #expect(try await test.cashOut("c1").cashOut.state == .planned)
        }
    }

    @Test func `a commit that fails hands nothing out and keeps nothing`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.plan("c1")
            await #expect(throws: StoreError.self) {
                try await test.store.commit(at: .start) { transaction throws(StoreError) in
                    _ = try transaction.take(.approve(plan: "plan-c1", by: .rule), on: "c1", in: .after(0))
                    try transaction.database.execute("INSERT INTO nowhere VALUES (1)")
                }
            }
            #expect(try await test.cashOut("c1").cashOut.state == .planned)
            #expect(try await test.take(.approve(plan: "plan-c1", by: .rule), on: "c1").wishes.count == 1)
        }
    }

    @Test func `of several steps in one commit the last says what is wanted`() async throws {
        try await TestStore.run(accounts: "a") { test in
            try await test.plan("c1", approval: .person)
            let committed = try await test.store.commit(at: .start) { transaction throws(StoreError) in
                _ = try transaction.take(.seekApproval(until: .after(9)), on: "c1", in: .after(0))
                _ = try transaction.take(.approve(plan: "plan-c1", by: .person("alice")), on: "c1", in: .after(0))
            }
            #expect(committed.wishes.map(\.effect) == [.prepare])
        }
    }
}
