import JSON
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

struct ExecSourceTests {
    private let bench: SourceBench
    private static let answer = #"{"walletd":1,"balances":[{"account":"a","asset":"KRW","available":"5"}]}"#

    init() throws {
        bench = try SourceBench()
    }

    private func read(
        _ script: String, options: JSONValue = [:], credentials: [String] = [], timeout: Duration = .seconds(60)
    ) async throws -> Reading {
        let definition = PluginDefinition(
            command: [try bench.folder.script(script), "--from", "two words"], options: options,
            credentials: credentials)
        let limits = CommandLimits(grace: .milliseconds(50))
        return try await bench.read(.exec(definition), timeout: timeout, limits: limits)
    }

    private func failure(_ script: String, timeout: Duration = .seconds(60)) async throws -> PortFailure {
        try await #require(throws: PortFailure.self) { try await read(script, timeout: timeout) }
    }

    @Test func `a plugin's answer is a reading`() async throws {
        let reading = try await read("echo '\(Self.answer)'; echo chatter >&2")
        #expect(
            try reading
                == Reading(
                    balances: [Balance(account: "a", available: bench.amount("5 KRW"))], completeness: .partial))
    }

    @Test func `a plugin is asked by the protocol`() async throws {
        let options: JSONValue = ["card": "1234", "limits": [1, .number("2.50"), true], "ü": ["a": "\"\n"]]
        _ = try await read(
            "cat >request; env | sort >environment; echo \"$*\" >words; echo '\(Self.answer)'", options: options)
        let home = bench.folder.path(of: "plugins/shop")
        #expect(
            try bench.folder.text(of: "plugins/shop/request")
                == #"{"walletd":1,"action":"read","source":"shop","options":{"card":"1234","limits":[1,2.50,true],"ü":{"a":"\"\n"}}}"#
                + "\n")
        #expect(
            try bench.folder.text(of: "plugins/shop/environment") == """
                HOME=\(home)
                LANG=C.UTF-8
                PATH=/usr/local/bin:/usr/bin:/bin
                PWD=\(home)
                WALLETD_SOURCE=shop

                """)
        #expect(try bench.folder.text(of: "plugins/shop/words") == "--from two words\n")
        #expect(try bench.folder.mode(of: "plugins/shop") == 0o700)
        #expect(try bench.folder.mode(of: "plugins") == 0o700)
    }

    @Test(
        arguments: [
            (75, "", .failed, nil, "it asks to be tried later"), (75, "busy", .failed, nil, "busy"),
            (75, "retry-after: 90", .rateLimited, .seconds(90), "it asks to be tried later"),
            (75, "busy\nRetry-After:5\n", .rateLimited, .seconds(5), "busy"),
            (75, "retry-after: 5\nretry-after: 7\nlast\n \n", .rateLimited, .seconds(7), "last"),
            (75, "retry-after: soon", .failed, nil, "retry-after: soon"),
            (77, "no such card", .refusedCredential, nil, "no such card"),
            (77, "", .refusedCredential, nil, "its credential was refused"),
            (78, "options.card is missing", .misconfigured, nil, "options.card is missing"),
            (78, "", .misconfigured, nil, "it does not accept its options"),
            (1, "Traceback:\nValueError: x", .failed, nil, "ValueError: x"),
            (1, "", .failed, nil, "it ended with status 1 and no message on standard error"),
            (126, "retry-after: 5", .failed, nil, "it ended with status 126 and no message on standard error"),
            (3, "one\r\ntwo\r\n", .failed, nil, "two"),
        ] as [(Int, String, PortFailure.Reason, Duration?, String)])
    func `an exit status says what is wrong`(
        status: Int, words: String, reason: PortFailure.Reason, wait: Duration?, message: String
    ) async throws {
        let path = try bench.folder.write("words", words)
        let failure = try await failure("cat \(path) >&2; echo '\(Self.answer)'; exit \(status)")
        #expect(failure == PortFailure(reason, message, retryAfter: wait))
    }

    @Test func `a message is cut and shows no control characters`() async throws {
        let failure = try await failure(#"printf '\033[31mred\377%01000d' 7 >&2; exit 1"#)
        #expect(failure.message.hasPrefix(#"\x1b[31mred\xff000"#))
        #expect(failure.message.utf8.count == 512)
    }

    @Test(
        arguments: [
            ("exit 0", .malformed, "standard output: byte 0: the document is empty"),
            ("echo garbage", .malformed, #"standard output: byte 0: expected a value, found "g""#),
            (
                "echo '\(answer)'; echo trailing", .malformed,
                "standard output: byte \(answer.utf8.count + 1): the document is"
            ),
            (#"echo '{"balances":[]}'"#, .malformed, "standard output: walletd: is missing"),
            ("head -c 2000000 /dev/zero", .tooLarge, "it wrote more than 1 MiB to standard output"),
            ("echo last >&2; kill -9 $$", .failed, "it was killed by signal 9; it said: last"),
            ("exec <&- >&- 2>&-; exit 9", .failed, "it ended with status 9 and no message on standard error"),
        ] as [(String, PortFailure.Reason, String)])
    func `a plugin that misbehaves is a failed reading`(
        script: String, reason: PortFailure.Reason, message: String
    ) async throws {
        let failure = try await failure(script)
        #expect(failure.reason == reason)
        #expect(failure.message.hasPrefix(message), "\(failure.message)")
    }

    @Test func `a plugin that hangs runs into its time-out`() async throws {
        let failure = try await failure("echo begun >&2; trap '' TERM; sleep 1000 & wait", timeout: .seconds(1))
        #expect(failure.reason == .timeout)
        #expect(failure.message.hasSuffix("it said: begun"))
    }

    @Test func `a plugin that is not there is misconfigured`() async throws {
        let definition = PluginDefinition(command: ["/nonexistent"], options: [:], credentials: [])
        let failure = try await #require(throws: PortFailure.self) { try await bench.read(.exec(definition)) }
        #expect(failure.reason == .misconfigured)
    }
}
