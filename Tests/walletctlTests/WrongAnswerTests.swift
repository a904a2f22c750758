import Testing
import WalletAPI
import WalletTestSupport

@testable import WalletClient
@testable import walletctl

@Suite struct `An answer that is none of a daemon's` {
    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2p1\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 4\r\n\r\noops",
        "HTTP/1.1 500 No\r\nContent-Type: application/problem+json\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nnot",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnull",
        "HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"version\":17}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\u{0}\u{1}",
    ])
    func `is refused with 1`(answer: String) async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .raw(answer)
        } _: {
            try await CommandLineRun("status", socket: $0.socket)
        }
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("Error: what answers is no walletd of this version: "))
        #expect(run.output == "")
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n",
    ])
    func `because it is huge is not read to its end`(head: String) async throws {
        try await FakeDaemon.serving { _, _ in
            .raw(head + String(repeating: " ", count: 1_000_000))
        } _: { daemon in
            let error = await OwnThread.run {
                failure { () throws(ClientError) in
                    var answer = try HTTPAnswer(to: .get("/"), at: daemon.socket, within: WalletClient.patienceUsual)
                    _ = try answer.body(bytesMax: 999_999)
                }
            }
            #expect(error == .malformed("an answer of more than 999999 bytes"))
        }
    }

    @Test func `because its head is huge is refused`() async throws {
        let answer = "HTTP/1.1 200 OK\r\nX: " + String(repeating: "a", count: 1 << 20) + "\r\n\r\n"
        let run = try await FakeDaemon.serving { _, _ in
            .raw(answer)
        } _: {
            try await CommandLineRun("status", socket: $0.socket)
        }
        #expect(run.status == 1)
    }

    @Test func `because it does not come is not waited for`() async throws {
        try await FakeDaemon.serving { _, _ in
            .silence
        } _: { daemon in
            let client = WalletClient(socket: daemon.socket, patience: .milliseconds(10))
            let error = await OwnThread.run { failure { () throws(ClientError) in _ = try client.status() } }
            #expect(error == .unreachable(socket: daemon.socket, cause: "no answer within 0.01 seconds"))
        }
    }

    @Test func `because its pages do not end is refused`() async throws {
        try await FakeDaemon.serving { _, _ in
            .json(#"{"items":[],"next":"a"}"#)
        } _: { daemon in
            let run = try await CommandLineRun("rules", socket: daemon.socket)
            #expect(run.status == 1)
            #expect(run.errors.contains("a list whose pages do not end"))
            #expect(daemon.asked.count == 2)
        }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding:Chunked\r\n\r\n1;x=y\r\n{\r\n01 \r\n}\r\n0\r\nTrailer: x\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200\r\nContent-Length: \t2 \r\n\r\n{}", "HTTP/1.0 200 OK\n\n{}",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}and more",
    ])
    func `is not one that only has another form`(answer: String) async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .raw(answer)
        } _: {
            try await CommandLineRun("reload --json", socket: $0.socket)
        }
        #expect(run.output == "{}\n")
        #expect(run.status == 0)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "HTTP/1.1 200 OK\r\nno field\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n", "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n", "\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\n{}",
        String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 200),
        "HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 200) + "\r\n",
    ])
    func `is no HTTP`(answer: String) async throws {
        let run = try await FakeDaemon.serving { _, _ in
            .raw(answer)
        } _: {
            try await CommandLineRun("reload", socket: $0.socket)
        }
        #expect(run.status == 1)
        #expect(run.errors == "Error: what answers is no walletd of this version: it does not speak HTTP\n")
    }
}

/// What a call ends with, `nil` where it succeeds.
private func failure(_ call: () throws(ClientError) -> Void) -> ClientError? {
    do {
        try call()
        return nil
    } catch {
        return error
    }
}
