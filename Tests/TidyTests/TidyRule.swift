/// One rule of the house: what it forbids, and how a place that breaks it is found.
struct TidyRule {
    let name: String
    /// A file that breaks the rule, to show that the rule can fail.
    let example: SourceFile
    /// `path:line: what is wrong; what to write instead`.
    let findings: ([SourceFile]) -> [String]

    /// A rule that looks at one file at a time.
    init(
        _ name: String, example path: String, _ text: String,
        perFile: @escaping (SourceFile) -> [(line: Int, message: String)]
    ) {
        self.name = name
        example = SourceFile(path: path, text: text)
        findings = { files in
            files.flatMap { file in perFile(file).map { "\(file.path):\($0.line): \($0.message)" } }
        }
    }

    /// A rule about the whole tree.
    init(_ name: String, example path: String, _ text: String, wholeTree: @escaping ([SourceFile]) -> [String]) {
        self.name = name
        example = SourceFile(path: path, text: text)
        findings = wholeTree
    }

    /// A pattern that must not stand in code, where it counts, and what to write instead. Only files that contain one of
    /// `words` are searched for it.
    static func forbid(
        _ name: String, in place: Place, _ pattern: Regex<Substring>, words: [String], example: String, instead: String
    ) -> TidyRule {
        // `a.b` has no word boundary at its point by Unicode's rules, which are the default.
        let pattern = pattern.wordBoundaryKind(.simple)
        return TidyRule(name, example: place.examplePath, example) { file in
            guard place.covers(file), file.target != "TidyTests", file.text.has(oneOf: words) else { return [] }
            return file.code.compactMap { number, text in
                text.has(oneOf: words) && text.contains(pattern) ? (number, "\(name); write \(instead) instead") : nil
            }
        }
    }
}

/// Where a rule counts.
enum Place {
    case sources
    case tests
    case everywhere
    case only(Set<String>)
    case sourcesBut(Set<String>)

    func covers(_ file: SourceFile) -> Bool {
        switch self {
        case .sources: !file.isTest
        case .tests: file.isTest
        case .everywhere: true
        case .only(let targets): !file.isTest && targets.contains(file.target)
        case .sourcesBut(let targets): !file.isTest && !targets.contains(file.target)
        }
    }

    var examplePath: String {
        switch self {
        case .tests: "Tests/WalletCoreTests/Example.swift"
        case .sources, .everywhere, .only, .sourcesBut: "Sources/WalletCore/Example.swift"
        }
    }
}
