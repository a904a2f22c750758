import Synchronization
import Testing
import WalletAPI

@testable import WalletControl

/// Who may do what.
@Suite(.timeLimit(.minutes(10)), .enabled(if: OtherUser.canBecome, "only root can become another user"))
struct PermissionTests {
    private let stranger = OtherUser(user: 12_345, group: 12_345)
    private let body = #"{"amount":{"amount":"1","asset":"KRW"}}"#

    @Test(arguments: [
        "/v1/status", "/v1/sources", "/v1/sources/tmoney", "/v1/holdings", "/v1/alerts", "/v1/rules", "/v1/rules/low",
        "/v1/events", "/v1/openapi.json", "/v1/plan", "/v1/cashouts", "/v1/providers", "/v1/destinations",
        "/v1/postings",
    ])
    func `who can open the socket may read`(path: String) async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await stranger.ask(daemon.path, "GET", path)
            #expect(answer.status == 200)
        }
    }

    @Test(arguments: [
        ("POST", "/v1/sources/tmoney/poll"), ("POST", "/v1/sources/tmoney/pause"),
        ("POST", "/v1/sources/tmoney/resume"),
        ("POST", "/v1/holdings/cards/a/KRW"), ("POST", "/v1/alerts/a/acknowledge"), ("POST", "/v1/reload"),
        ("POST", "/v1/cashouts"), ("POST", "/v1/cashouts/pause"), ("POST", "/v1/cashouts/resume"),
        ("POST", "/v1/cashouts/a/approve"), ("POST", "/v1/cashouts/a/reject"), ("POST", "/v1/cashouts/a/resolve"),
        ("POST", "/v1/cashouts/a/release"), ("POST", "/v1/rules/sweep/confirm"),
        ("POST", "/v1/nothing"), ("DELETE", "/v1/status"), ("PUT", "/v1/status"), ("PATCH", "/v1/sources"),
        ("OPTIONS", "/v1/status"),
    ])
    func `who is no operator may not operate`(method: String, path: String) async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await stranger.ask(daemon.path, method, path)
            #expect(answer.status == 403)
            #expect(answer.headers["content-type"] == "application/problem+json")
            let problem: Problem = try answer.value()
            #expect(problem.code == .notPermitted)
            #expect(problem.detail.contains("uid 12345"))
        }
    }

    @Test func `an operator by user, by group or by supplementary group may operate`() async throws {
        var options = RunningDaemon.Options()
        options.operators = Operators(users: [12_345], groups: [23_456], ownUser: 0)
        let operators = [
            stranger, OtherUser(user: 12_346, group: 23_456), OtherUser(user: 12_347, group: 1, groups: [5, 23_456]),
        ]
        try await RunningDaemon.run(options) { daemon in
            for person in operators {
                let answer = try await person.ask(daemon.path, "POST", "/v1/holdings/cards/a/KRW", body: body)
                #expect(answer.status == 200)
            }
            let other = OtherUser(user: 23_456, group: 12_345)
            #expect(try await other.ask(daemon.path, "POST", "/v1/sources/tmoney/pause").status == 403)
        }
    }
}
