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
                words: ["Manager", "Helper", "Utils", "Utilities", "Impl", "Wrapper", "Misc"],
                example: "struct PollManager {}", instead: "the noun it is"),
            forbid(
                "a comment says why, not what was", in: .everywhere, /Step 1|This function|now uses|was changed/,
                words: ["Step 1", "This function", "now uses", "was changed"], example: "let text = \"This function\"",
                instead: "the reason"),
            forbid(
                "nothing is half done", in: .everywhere,
                /fatalError\("(?:later|not implemented)|#if DEBUG|\bTO[D]O\b|\bFIX[M]E\b/,
                words: ["fatalError", "DEBUG", "TO" + "DO", "FIX" + "ME"], example: "fatalError(\"later\")",
                instead: "the finished thing"),
        ]
    }

    static var failures: [TidyRule] {
        [
            forbid(
                "a trap says what was used wrongly", in: .sourcesBut(["SQLite", "WalletStore"]),
                /\bfatalError\(|\bpreconditionFailure\(\)/, words: ["fatalError", "preconditionFailure"],
                example: "preconditionFailure()", instead: "throws, or the reason"),
            forbid(
                "no forced try", in: .everywhere, /\btry!\s/, words: ["try!"], example: "let a = try! b()",
                instead: "throws"),
            forbid(
                "no forced cast", in: .everywhere, /\bas!\s/, words: ["as!"], example: "let a = b as! C", instead: "as?"
            ),
            forbid(
                "an error is not matched by its text", in: .sources, /\blocalizedDescription\b|throw NSError/,
                words: ["localizedDescription", "NSError"], example: "error.localizedDescription",
                instead: "a closed code"),
            TidyRule(
                "a dropped error has its reason on the line", example: "Sources/WalletCore/Example.swift",
                "let a = try? b()"
            ) { file in
                guard !file.isTest, file.text.has(oneOf: ["try? "]) else { return [] }
                return file.code.compactMap { number, text in
                    let hasReason = file.lines[number - 1].contains("//")
                    return text.contains("try? ") && !hasReason ? (number, "`try?` without a reason; handle it") : nil
                }
            },
            TidyRule(
                "a switch over our own cases names them all", example: "Sources/WalletCore/Example.swift",
                "switch a {\ncase .b: 1\ndefault: 2\n}"
            ) { file in
                // Of bytes, the two languages switch over named constants.
                guard !file.isTest, file.target != "JSON", file.target != "TOML", file.text.has(oneOf: ["default:"])
                else { return [] }
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
                words: ["@unchecked", "nonisolated(unsafe)", "@preconcurrency"],
                example: "final class A: @unchecked Sendable {}", instead: "a value, an actor or a Mutex"),
            forbid(
                "every task has an owner", in: .sources, /\bTask(?:\.detached)? *(?:\([^)]*\) *)?\{/,
                words: ["Task"], example: "Task { await poll() }", instead: "a task group or Service.run()"),
            forbid(
                "tests do not sleep", in: .tests, /\b(?:(?:Task\.sleep|usleep|nanosleep|Thread\.sleep)\(|sleep\([0-9])/,
                words: ["sleep("], example: "try await Task.sleep(for: .seconds(1))",
                instead: "an injected clock, or await the event"),
            forbid(
                "no blocking primitives", in: .sourcesBut(["WalletStore"]), /\bDispatch(?:Semaphore|Queue|Group)\b/,
                words: ["Dispatch"], example: "let a = DispatchSemaphore(value: 0)", instead: "async, or a Mutex"),
            forbid(
                "no shared mutable state", in: .sources, /\bstatic var \w+(?:: [^{]+)? = |\bstatic let shared\b/,
                words: ["static var", "static let shared"], example: "static var count = 0",
                instead: "an initializer parameter"),
        ]
    }

    static var values: [TidyRule] {
        [
            forbid(
                "no binary floating point near money", in: .only(money), /\b(?:Double|Float|CGFloat)\b/,
                words: ["Double", "Float"], example: "let balance: Double = 1", instead: "Amount"),
            forbid(
                "time, randomness and identifiers are handed in", in: .only(deciding),
                /\bDate\(\)|\bUUID\(\)|\.random\(|SystemRandomNumberGenerator|(?:Clock|Instant)\.now\b|\bclock_gettime\(/,
                words: ["Date()", "UUID()", "random", "RandomNumber", ".now", "clock_gettime"],
                example: "let id = UUID()", instead: "a parameter"),
            forbid(
                "the environment is read in one place", in: .sourcesBut(["WalletDaemon", "walletctl"]),
                /\bgetenv\(|ProcessInfo\b/, words: ["getenv", "ProcessInfo"], example: "getenv(\"HOME\")",
                instead: "a value from the daemon"),
            forbid(
                "values have types", in: .sourcesBut(["JSON", "WalletControl"]), /\[String: Any\]|: Any\b|as\? Any\b/,
                words: ["Any"], example: "let a: [String: Any] = [:]", instead: "a type"),
            forbid(
                "wire and rows are not the core's", in: .only(["WalletCore"]), /\b(?:Codable|Encodable|Decodable)\b/,
                words: ["Codable", "Encodable", "Decodable"], example: "struct A: Codable {}",
                instead: "a type in WalletAPI, a row in WalletStore"),
            forbid(
                "the daemon logs, walletctl prints", in: .sourcesBut(["walletctl"]), /\bprint\(/,
                words: ["print("], example: "print(\"x\")", instead: "a Logger"),
        ]
    }
}
