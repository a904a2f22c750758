import Testing

@Suite(.timeLimit(.minutes(1)))
struct StatusTests {
    @Test func `status says what runs and how all is`() async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("GET", "/v1/status")
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "application/json")
            print(answer.body)
        }
    }
}
