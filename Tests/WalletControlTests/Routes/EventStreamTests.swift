import JSON
import Testing
import WalletAPI

@Suite(.timeLimit(.minutes(10)))
struct EventStreamTests {
    @Test func `the stream gives what was announced and then what is`() async throws {
        try await RunningDaemon.run { daemon in
            let stream = try await Stream(daemon, "/v1/events")
            #expect(try await stream.next().data.type == "daemon.started")
            #expect(try await stream.next().data.type == "config.loaded")
            try await daemon.record("cards/a/KRW", "2500")
            let fired = try await stream.next()
            #expect(fired.id == 3)
            #expect(fired.data.type == "alert.firing")
            try await daemon.record("cards/a/KRW", "9000")
            #expect(try await stream.next().data.type == "alert.resolved")
        }
    }

    @Test func `a stream that is taken up again leaves nothing out and repeats nothing`() async throws {
        try await RunningDaemon.run { daemon in
            var seen: [Int64] = []
            for round in 0..<20 {
                let stream = try await Stream(daemon, "/v1/events", headers: ["Last-Event-ID: \(seen.last ?? 0)"])
                try await daemon.record("cards/a/KRW", round.isMultiple(of: 2) ? "2500" : "9000")
                for _ in 0..<(round == 0 ? 3 : 1) { seen.append(try await stream.next().id) }
            }
            #expect(seen == Array(1...22))
        }
    }

    @Test func `a slow client gets every event`() async throws {
        try await RunningDaemon.run { daemon in
            let stream = try await Stream(daemon, "/v1/events?type=alert.*")
            for round in 0..<300 {
                try await daemon.record("cards/a/KRW", round.isMultiple(of: 2) ? "2500" : "9000")
            }
            for seq in 3...302 { #expect(try await stream.next().id == Int64(seq)) }
        }
    }

    @Test(arguments: [("?after=2", 3), ("?type=alert.*", 3), ("?since=1s", 1), ("?after=1&type=*.firing", 3)])
    func `a stream begins where it is told and gives what is wanted`(query: String, first: Int64) async throws {
        try await RunningDaemon.run { daemon in
            let stream = try await Stream(daemon, "/v1/events\(query)")
            try await daemon.record("cards/a/KRW", "2500")
            #expect(try await stream.next().id == first)
        }
    }

    @Test func `the event that was seen last counts more than where the query began`() async throws {
        try await RunningDaemon.run { daemon in
            let stream = try await Stream(daemon, "/v1/events?after=0&since=1h", headers: ["Last-Event-ID: 1"])
            #expect(try await stream.next().id == 2)
        }
    }

    @Test func `a stream with a limit ends after so many events`() async throws {
        try await RunningDaemon.run { daemon in
            let connection = try daemon.connection()
            try connection.send(Stream.request("/v1/events?limit=2", []))
            let text = try #require(try await connection.text(upTo: "\r\n0\r\n\r\n"))
            #expect(text.split(separator: "id: ").count == 3)
            #expect(try await connection.ask("GET", "/v1/status").status == 200)
        }
    }

    @Test func `a stream shows from time to time that it is alive`() async throws {
        var options = RunningDaemon.Options()
        options.heartbeat = .milliseconds(20)
        try await RunningDaemon.run(options) { daemon in
            let stream = try await Stream(daemon, "/v1/events?after=2")
            for _ in 1...3 { #expect(try await stream.connection.text(upTo: ":\n\n") != nil) }
            try await daemon.record("cards/a/KRW", "2500")
            #expect(try await stream.next().id == 3)
        }
    }

    @Test func `a stream ends properly when the daemon stops`() async throws {
        var open: Stream?
        try await RunningDaemon.run { daemon in
            open = try await Stream(daemon, "/v1/events?after=2")
        }
        #expect(try await open?.connection.rest() == "0\r\n\r\n")
    }

    @Test(arguments: ["-1", "a", "1.5"])
    func `a number that is none is refused`(id: String) async throws {
        try await RunningDaemon.run { daemon in
            let headers = ["Accept: text/event-stream", "Last-Event-ID: \(id)"]
            let answer = try await daemon.ask("GET", "/v1/events", headers: headers)
            #expect(answer.status == 400)
        }
    }

    /// An event stream as a client reads it.
    private struct Stream {
        let connection: RawConnection

        init(_ daemon: RunningDaemon, _ target: String, headers: [String] = []) async throws {
            connection = try daemon.connection()
            try connection.send(Self.request(target, headers))
            let head = try await connection.head()
            try #require(head.status == 200)
            #expect(head.headers["content-type"] == "text/event-stream")
        }

        static func request(_ target: String, _ headers: [String]) -> String {
            let lines = ["GET \(target) HTTP/1.1", "Host: walletd", "Accept: text/event-stream"] + headers
            return lines.joined(separator: "\r\n") + "\r\n\r\n"
        }

        func next() async throws -> (id: Int64, data: Event) {
            _ = try await connection.text(upTo: "id: ")
            guard let id = try await connection.text(upTo: "\ndata: "),
                let data = try await connection.text(upTo: "\n\n")
            else { throw RawConnection.Ended() }
            return (try #require(Int64(id.dropLast(7))), try JSONCoding.decode(Event.self, from: Array(data.utf8)))
        }
    }
}
