import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// What a server may do wrong ends as one failure of one poll: bounded, classified, and without a secret.
struct HTTPMisbehaviourTests {
    private let clock = ContinuousClock()

    private func outcome(
        of timeout: Duration = .seconds(60), _ handler: @escaping LoopbackHTTPServer.Handler
    ) async throws -> PortFailure? {
        let server = try LoopbackHTTPServer(handler)
        return try await failure(server.url("/secret-path?token=secret"), timeout: timeout)
    }

    @Test func `ten megabytes are too large, and are not read to the end`() async throws {
        for head in ["content-length: 10485760", "transfer-encoding: chunked"] {
            let server = try LoopbackHTTPServer { _, connection in
                connection.write("HTTP/1.1 200 OK\r\n\(head)\r\n\r\n")
                let chunk = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
                for _ in 0..<10 {
                    guard head.hasPrefix("content") || connection.write("100000\r\n") else { return .close }
                    guard connection.write(chunk) else { return .close }
                    guard head.hasPrefix("content") || connection.write("\r\n") else { return .close }
                }
                _ = connection.peerLeaves(withinMilliseconds: 10_000)
                return .close
            }
            #expect(try await failure(server.url())?.reason == .tooLarge)
        }
    }

    @Test func `an answer without end is too large`() async throws {
        let failure = try await outcome { _, connection in
            connection.write("HTTP/1.1 200 OK\r\n\r\n")
            while connection.write([UInt8](repeating: UInt8(ascii: "["), count: 1 << 16)) {}
            return .close
        }
        #expect(failure?.reason == .tooLarge)
    }

    @Test func `headers without end are malformed`() async throws {
        let failure = try await outcome { _, connection in
            connection.write("HTTP/1.1 200 OK\r\n")
            while connection.write("x-more: \(String(repeating: "a", count: 1000))\r\n") {}
            return .close
        }
        #expect(failure?.reason == .malformed)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\ncontent-le", "HTTP/1.1 200 OK\r\n\r\n["])
    func `a server that drips or hangs runs into the time-out`(beginning: String) async throws {
        var failure: PortFailure?
        let taken = try await clock.measure {
            failure = try await outcome(of: .milliseconds(200)) { _, connection in
                connection.write(beginning)
                while !connection.peerLeaves(withinMilliseconds: 10), connection.write(beginning.isEmpty ? "" : "1") {}
                return .close
            }
        }
        #expect(failure?.reason == .timeout)
        #expect(taken < .seconds(60))
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n[1", "HTTP/1.1 200 OK\r\ncontent-le"])
    func `a connection that closes in the middle is a failure`(beginning: String) async throws {
        let failure = try await outcome { _, connection in
            connection.write(beginning)
            return .close
        }
        #expect(failure?.reason == .failed)
        #expect(failure?.message.contains("secret") == false)
    }

    @Test(arguments: ["hello\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\0\0\0\0\0\0\0\0\r\n\r\n"])
    func `what is not HTTP is malformed`(text: String) async throws {
        let failure = try await outcome { _, connection in
            connection.write(text)
            return .close
        }
        #expect(failure?.reason == .malformed)
    }

    @Test func `an answer that was compressed against our wish is malformed`() async throws {
        let server = try LoopbackHTTPServer(headers: ["content-encoding: gzip"], body: "\u{1F}\u{8B}")
        #expect(try await failure(server.url())?.reason == .malformed)
    }

    @Test func `nobody listening is unreachable`() async throws {
        let server = try LoopbackHTTPServer(body: "")
        server.stop()
        let failure = try await failure(server.url())
        #expect(failure?.reason == .unreachable)
        #expect(failure?.message == "there is no connection to http://127.0.0.1:\(server.port): Connection refused")
    }

    @Test func `a name that does not resolve is unreachable`() async throws {
        // RFC 2606: `.invalid` never resolves.
        let failure = try await failure("https://walletd-test.invalid/", timeout: .seconds(30))
        #expect(failure?.reason == .unreachable)
        #expect(failure?.message.contains("https://walletd-test.invalid") == true)
    }

    @Test func `a cancelled request ends at once`() async throws {
        let server = try LoopbackHTTPServer { _, connection in
            _ = connection.peerLeaves(withinMilliseconds: 10_000)
            return .close
        }
        let request = HTTPRequest(try HTTPAddress(server.url()), timeout: .seconds(600))
        let taken = await clock.measure {
            await withTransport { transport in
                await withTaskGroup(of: PortFailure.Reason?.self) { tasks in
                    tasks.addTask {
                        do throws(PortFailure) {
                            _ = try await transport.answer(to: request)
                            return nil
                        } catch {
                            return error.reason
                        }
                    }
                    tasks.cancelAll()
                    #expect(await tasks.next() == .failed)
                }
            }
        }
        #expect(taken < .seconds(60))
    }
}
