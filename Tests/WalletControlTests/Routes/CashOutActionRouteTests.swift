import Testing
import WalletAPI
import WalletCore

@Suite(.timeLimit(.minutes(10)))
struct CashOutActionRouteTests {
    @Test func `an unknown outcome is resolved in two steps, on what the provider says`() async throws {
        try await PayingDaemon.run { paying in
            let cashOut = try await paying.unknown()
            paying.provider.says(ProviderReply(.settled, message: "paid at noon"))
            let path = "/v1/cashouts/\(cashOut.id)/resolve"
            let evidence: WalletAPI.Evidence = try await paying.done(path, "{}")
            #expect(evidence.providerSays == "settled")
            #expect(evidence.message == "paid at noon")
            #expect(evidence.askedAt == "2026-11-22T10:00:00Z")
            let against = try await paying.post(path, #"{"as":"rejected","evidence":"\#(evidence.evidence)"}"#)
            #expect(against.status == 409)
            #expect(try against.value(Problem.self).detail.contains("settled"))
            let resolved: WalletAPI.CashOut = try await paying.done(
                path, #"{"as":"settled","evidence":"\#(evidence.evidence)","comment":"I saw it"}"#)
            #expect(resolved.state == "settled")
            #expect(resolved.trail?.last?.note == "I saw it")
            #expect(try await paying.post(path, "{}").status == 409)
            #expect(paying.provider.sends == 1)
        }
    }

    @Test(arguments: [
        (#"{"as":"settled"}"#, 400), (#"{"evidence":"e"}"#, 400), (#"{"as":"lost","evidence":"e"}"#, 400),
        (#"{"as":"settled","evidence":"e"}"#, 404), (#"{"outcome":"settled"}"#, 400),
    ])
    func `a resolution without evidence is refused`(body: String, status: Int) async throws {
        try await PayingDaemon.run { paying in
            let cashOut = try await paying.unknown()
            let answer = try await paying.post("/v1/cashouts/\(cashOut.id)/resolve", body)
            #expect(answer.status == status, "\(answer.body)")
        }
    }

    @Test func `evidence gets old`() async throws {
        try await PayingDaemon.run { paying in
            let cashOut = try await paying.unknown()
            let path = "/v1/cashouts/\(cashOut.id)/resolve"
            let evidence: WalletAPI.Evidence = try await paying.done(path)
            paying.daemon.time.move(by: .seconds(601))
            let late = try await paying.post(path, #"{"as":"settled","evidence":"\#(evidence.evidence)"}"#)
            #expect(late.status == 409)
            #expect(try late.value(Problem.self).hint?.contains("resolve") == true)
        }
    }

    @Test func `only what may have moved is resolved`() async throws {
        try await PayingDaemon.run { paying in
            let cashOut = try await paying.new()
            #expect(try await paying.post("/v1/cashouts/\(cashOut.id)/resolve").status == 409)
            #expect(try await paying.post("/v1/cashouts/x/resolve").status == 404)
        }
    }

    @Test func `once a pause has answered nothing is sent, until a resume`() async throws {
        try await PayingDaemon.run { paying in
            for _ in 0..<2 {
                let stop: StopSwitch = try await paying.done("/v1/cashouts/pause")
                #expect(stop.paused)
                #expect(stop.reasons.map(\.code) == ["paused"])
            }
            let status: Status = try await paying.daemon.value("/v1/status")
            #expect(status.paused)
            #expect(status.state == .degraded)
            #expect(status.stops?.map(\.code) == ["paused"])
            let held = try await paying.post("/v1/cashouts", PayingDaemon.demand)
            #expect(held.status == 409)
            for body in [nil, "{}", #"{"accept_history":false}"#] {
                let stop: StopSwitch = try await paying.done("/v1/cashouts/resume", body)
                #expect(stop == StopSwitch(paused: false))
            }
            #expect(try await paying.post("/v1/cashouts/resume", #"{"accept":true}"#).status == 400)
            #expect(try await paying.post("/v1/cashouts/pause", #"{"now":true}"#).status == 400)
            let events: Page<WalletAPI.Event> = try await paying.daemon.value("/v1/events?type=cashouts.*")
            #expect(events.items.map(\.type) == ["cashouts.paused", "cashouts.resumed"])
            let cashOut = try await paying.new()
            try await paying.approve(cashOut)
            try await paying.cashOut(cashOut.id, in: "settled")
        }
    }

    @Test func `what never moved is freed by a person`() async throws {
        try await PayingDaemon.run { paying in
            let cashOut = try await paying.new()
            try await paying.approve(cashOut)
            try await paying.cashOut(cashOut.id, in: "settled")
            let path = "/v1/cashouts/\(cashOut.id)/release"
            let released: WalletAPI.CashOut = try await paying.done(path)
            #expect(released.state == "settled")
            #expect(try await paying.post(path).status == 409)
            #expect(try await paying.post("/v1/cashouts/x/release").status == 404)
        }
    }
}
