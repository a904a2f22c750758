extension TidyRule {
    /// Decides from values alone: time, randomness and identifiers are handed in.
    private static let deciding: Set<String> = ["WalletCore", "WalletEngine", "WalletStore", "JSON", "TOML"]
    /// Where amounts pass through.
    private static let money: Set<String> = ["WalletCore", "WalletAdapters", "WalletStore", "WalletEngine", "JSON"]

    static var names: [TidyRule] {
        [
            forbid(
                "a name says what a thing is", in: .everywhere,
                /\b(?:class|struct|enum|actor|protocol|extension|typealias) \w*(?:Manager|Helper|Utils|Utilities|Impl|Wrapper|Misc)\b/,
                example: "struct PollManager {}", instead: "the noun it is"),
            forbid(
                "a comment says why, not what was", in: .everywhere, /Step 1|This function|now uses|was changed/,
                example: "let text = \"This function\"", instead: "the reason"),
            forbid(
                "nothing is half done", in: .everywhere, /fatalError\(|#if DEBUG|\bTO[D]O\b|\bFIX[M]E\b/,
                example: "fatalError(\"later\")", instead: "the finished thing"),
        ]
    }

    static var failures: [TidyRule] {
        [
            forbid("no forced try", in: .everywhere, /\btry!\s/, example: "let a = try! b()", instead: "throws"),
            forbid("no forced cast", in: .everywhere, /\bas!\s/, example: "let a = b as! C", instead: "as?"),
            forbid(
                "an error is not matched by its text", in: .sources, /\blocalizedDescription\b|throw NSError/,
                example: "error.localizedDescription", instead: "a closed code"),
            TidyRule(
                "a dropped error has its reason on the line", example: "Sources/WalletCore/Example.swift",
                "let a = try? b()"
            ) { file in
                guard !file.isTest else { return [] }
                return file.code.compactMap { number, text in
                    let hasReason = file.lines[number - 1].contains("//")
                    return text.contains("try? ") && !hasReason ? (number, "`try?` without a reason; handle it") : nil
                }
            },
            TidyRule(
                "a switch over our own cases names them all", example: "Sources/WalletCore/Example.swift",
                "switch a {\ncase .b: 1\ndefault: 2\n}"
            ) { file in
                guard !file.isTest else { return [] }
                return file.code.compactMap { number, text in
                    let indentation = text.prefix { $0 == " " }
                    guard text.dropFirst(indentation.count).hasPrefix("default:") else { return nil }
                    let before = file.lines[..<(number - 1)].last { $0.hasPrefix("\(indentation)case ") }
                    let isOwn = before?.dropFirst(indentation.count + 5).hasPrefix(".") ?? false
                    let hasReason = file.lines[number - 1].contains("//")
                    return isOwn && !hasReason ? (number, "`default:` over an enum; name the cases") : nil
                }
            },
        ]
    }

    static var concurrency: [TidyRule] {
        [
            forbid(
                "nothing silences the concurrency checks", in: .sourcesBut(["SQLite"]),
                /@unchecked Sendable|nonisolated\(unsafe\)|@preconcurrency import/,
                example: "final class A: @unchecked Sendable {}", instead: "a value, an actor or a Mutex"),
            forbid(
                "every task has an owner", in: .sources, /\bTask(?:\.detached)? *(?:\([^)]*\) *)?\{/,
                example: "Task { await poll() }", instead: "a task group or Service.run()"),
            forbid(
                "tests do not sleep", in: .tests, /\b(?:Task\.sleep|usleep|nanosleep|Thread\.sleep|sleep)\(/,
                example: "try await Task.sleep(for: .seconds(1))", instead: "an injected clock, or await the event"),
            forbid(
                "no blocking primitives", in: .sources, /\bDispatch(?:Semaphore|Queue|Group)\b/,
                example: "let a = DispatchSemaphore(value: 0)", instead: "async, or a Mutex"),
            forbid(
                "no shared mutable state", in: .sources, /\bstatic var \w+(?:: [^{]+)? = |\bstatic let shared\b/,
                example: "static var count = 0", instead: "an initializer parameter"),
        ]
    }

    static var values: [TidyRule] {
        [
            forbid(
                "no binary floating point near money", in: .only(money), /\b(?:Double|Float|CGFloat)\b/,
                example: "let balance: Double = 1", instead: "Amount"),
            forbid(
                "time, randomness and identifiers are handed in", in: .only(deciding),
                /\bDate\(\)|\bUUID\(\)|\.random\(|SystemRandomNumberGenerator|(?:Clock|Instant)\.now\b|\bclock_gettime\(/,
                example: "let id = UUID()", instead: "a parameter"),
            forbid(
                "the environment is read in one place", in: .sourcesBut(["WalletDaemon", "walletctl"]),
                /\bgetenv\(|ProcessInfo\b/, example: "getenv(\"HOME\")", instead: "a value from the daemon"),
            forbid(
                "values have types", in: .sources, /\[String: Any\]|: Any\b|as\? Any\b/,
                example: "let a: [String: Any] = [:]", instead: "a type"),
            forbid(
                "wire and rows are not the core's", in: .only(["WalletCore"]), /\b(?:Codable|Encodable|Decodable)\b/,
                example: "struct A: Codable {}", instead: "a type in WalletAPI, a row in WalletStore"),
            forbid(
                "the daemon logs, walletctl prints", in: .sourcesBut(["walletctl"]), /\bprint\(/,
                example: "print(\"x\")", instead: "a Logger"),
        ]
    }
}
