import Testing
import WalletAPI
import WalletTestSupport

@testable import WalletClient
@testable import walletctl

@Suite struct `Following events` {
    private static func stream(_ body: String) -> FakeDaemon.Reply {
        .raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n\(body)")
    }

    private static func event(_ seq: Int) -> String {
        let json =
            #"{"seq":\#(seq),"type":"alert.firing","at":"2026-11-22T10:00:05Z","severity":"info","message":"m\#(seq)"}"#
        return "id: \(seq)\nevent: alert.firing\ndata: \(json)\n\n"
    }

    /// The numbers that a follower sees until it gives up, and why it does.
    private static func following(_ daemon: FakeDaemon) async -> (seen: [Int64], error: ClientError?) {
        let follower = EventFollower(
            client: WalletClient(socket: daemon.socket), query: [.init(.type, "alert.*")], pauses: [0, 0])
        return await OwnThread.run {
            var seen: [Int64] = []
            do {
                try follower.run { seen.append(try $0.event().seq) }
            } catch {
                return (seen, error as? ClientError)
            }
        }
    }

    @Test func `goes on after a restart with what comes after the last`() async throws {
        try await FakeDaemon.serving { _, before in
            switch before {
            case 0: Self.stream(Self.event(1) + Self.event(2))
            case 1: Self.stream(":\n\n")
            case 2: .raw("")
            case 3: Self.stream(Self.event(3))
            default: .problem(status: 400, #"{"type":"t","title":"t","status":400,"detail":"enough"}"#)
            }
        } _: { daemon in
            let (seen, error) = await Self.following(daemon)
            #expect(seen == [1, 2, 3])
            #expect(error != nil)
            let resumed = daemon.requests.map { request in
                request.text.split(separator: "\r\n").first { $0.hasPrefix("Last-Event-ID") }
            }
            #expect(resumed == [nil, "Last-Event-ID: 2", "Last-Event-ID: 2", "Last-Event-ID: 2", "Last-Event-ID: 3"])
        }
    }

    @Test func `ends where the daemon stays away`() async throws {
        try await FakeDaemon.serving { _, before in
            before == 0 ? Self.stream("") : .raw("")
        } _: { daemon in
            let (_, error) = await Self.following(daemon)
            let cause = "it closed the connection without an answer"
            #expect(error == .unreachable(socket: daemon.socket, cause: cause))
            #expect(daemon.asked.count == 3)
        }
    }

    @Test func `does not begin where no daemon is`() async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .raw("")
        } _: {
            try await CommandLineRun("events --follow", socket: $0.socket)
        }
        #expect(run.status == 69)
    }

    @Test(arguments: [
        ("data: a\n\n", ["nil:a"]), ("data:a\r\n\r\n", ["nil:a"]), ("id: 7\rdata: a\r\r", ["7:a"]),
        ("data: a\ndata: b\n\n", ["nil:a\nb"]), (": comment\n\ndata: a\n\n", ["nil:a"]), ("data: a\n", []),
        ("id: 1\ndata: a\n\ndata: b\n\n", ["1:a", "1:b"]), ("data\n\n", ["nil:"]), ("id: 1\n\n", []),
        ("data:  a\nretry: 5\nnonsense\n\n", ["nil: a"]),
    ])
    func `reads every form of the stream`(text: String, events: [String]) throws {
        var whole = EventStreamParser()
        var bytewise = EventStreamParser()
        let atOnce = try whole.parse(text.utf8)
        let oneByOne = try text.utf8.flatMap { try bytewise.parse([$0]) }
        #expect(atOnce == oneByOne)
        #expect(atOnce.map { "\($0.id ?? "nil"):\(String(decoding: $0.data, as: UTF8.self))" } == events)
    }

    @Test(arguments: ["data: ", "data: a\ndata: "])
    func `refuses an event without an end`(beginning: String) throws {
        var parser = EventStreamParser()
        _ = try parser.parse(beginning.utf8)
        #expect(throws: ClientError.self) {
            try parser.parse(repeatElement(UInt8(ascii: "x"), count: EventStreamParser.eventBytesMax + 1))
        }
    }

    @Test func `is refused as any other request`() async throws {
        let problem = #"{"type":"urn:walletd:bad-request","title":"No","status":400,"detail":"no such type"}"#
        let run = try await FakeDaemon.serving { _, _ in
            .problem(status: 400, problem)
        } _: {
            try await CommandLineRun("events --follow --type x", socket: $0.socket)
        }
        #expect(run.status == 1)
        #expect(run.errors == "Error: no such type\n")
    }

    @Test(arguments: [10, 24, 40, 60, 80, 200])
    func `listed fit the width of the terminal`(columns: Int) {
        var event = Event(
            seq: 17, type: "source.needs-attention", at: "2026-11-22T10:00:05Z", severity: "critical",
            message: "tmoney: the credential was refused; put a new one in place and run walletctl poll tmoney.")
        event.source = "tmoney"
        let traits = TerminalTraits(reader: .person, columns: columns, charset: .unicode, colour: .none)
        let lines = EventsView.line(event, on: traits).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= columns })
        #expect(lines.joined(separator: " ").split(separator: " ").suffix(2) == ["poll", "tmoney."])
    }

    @Test func `listed are a line each, in a pipe with tabs`() async throws {
        let page = """
            {"items":[{"seq":17,"type":"alert.firing","at":"2026-11-22T10:00:05Z","severity":"warning","message":"low\\nx",
             "rule":"r","source":"a","account":"b","asset":"KRW","amount":{"amount":"5","asset":"KRW"},
             "limit":{"amount":"7","asset":"KRW"}}]}
            """
        let run = try await FakeDaemon.serving { _, _ in
            .json(page)
        } _: {
            try await CommandLineRun("events", socket: $0.socket)
        }
        #expect(
            run.output == "17\t2026-11-22T10:00:05Z\talert.firing\twarning\tlow\\x0ax\tr\ta/b/KRW\t5 KRW\t7 KRW\t\n")
    }
}
