extension TidyRule {
    static let fileLinesMax = 400
    static let functionLinesMax = 50

    static var size: [TidyRule] {
        [
            TidyRule(
                "a file has at most 400 lines", example: "Sources/WalletCore/Long.swift",
                String(repeating: "let a = 1\n", count: fileLinesMax + 1)
            ) { file in
                let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
                return count > fileLinesMax ? [(fileLinesMax, "\(count) lines; split it by meaning")] : []
            },
            TidyRule(
                "a function has at most 50 lines", example: "Sources/WalletCore/Long.swift",
                "func long() {\n" + String(repeating: "    a()\n", count: functionLinesMax) + "}\n"
            ) { file in
                functions(of: file).compactMap { function in
                    function.length > functionLinesMax
                        ? (function.line, "\(function.length) lines in one function; split it by meaning") : nil
                }
            },
        ]
    }

    /// Where functions begin and how long they are: up to the closing brace at the indentation of the beginning.
    private static func functions(of file: SourceFile) -> [(line: Int, length: Int)] {
        file.lines.indices.compactMap { start in
            let line = file.lines[start]
            guard line.has(oneOf: ["func ", "init", "subscript"]),
                line.contains(/^\s*([a-z@()]+ )*(func [^ ]|init[?(<]|deinit \{|subscript[(<])/)
            else { return nil }
            let indentation = line.prefix { $0 == " " }
            let end = file.lines[start...].firstIndex { $0 == "\(indentation)}" }
            let isBodyless = file.lines[start...].prefix { !$0.contains("{") }.contains { $0.isEmpty }
            guard let end, !isBodyless, !(line.contains("{") && line.hasSuffix("}")) else { return nil }
            return (start + 1, end - start + 1)
        }
    }
}
