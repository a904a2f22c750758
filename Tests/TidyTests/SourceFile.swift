import Foundation

/// One Swift file of the project, as lines.
struct SourceFile {
    /// Relative to the top of the project, e.g. `Sources/WalletCore/Money/Amount.swift`.
    let path: String
    let lines: [String]
    /// Lines with what stands behind `//` cut off, and their numbers; lines that are all comment are left out.
    let code: [(number: Int, text: String)]
    let text: String

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        code = lines.enumerated().compactMap { index, line in
            let text = SourceFile.withoutComment(line)
            return text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } ? nil : (index + 1, text)
        }
    }

    /// The folder under `Sources` or `Tests`, e.g. `WalletCore`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : String(parts.first ?? "")
    }

    var isTest: Bool { path.hasPrefix("Tests/") }

    private static func withoutComment(_ line: String) -> String {
        guard line.utf8.firstRange(of: "//".utf8) != nil else { return line }
        var isQuoted = false
        var previous = UInt8(ascii: " ")
        for index in line.utf8.indices {
            let byte = line.utf8[index]
            if byte == UInt8(ascii: "\""), previous != UInt8(ascii: "\\") { isQuoted.toggle() }
            if !isQuoted, byte == UInt8(ascii: "/"), previous == byte {
                return String(line[..<line.utf8.index(before: index)])
            }
            previous = byte
        }
        return line
    }

    /// Every Swift file of the project.
    static func all() throws -> [SourceFile] {
        let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try ["Sources", "Tests", "Migrations", "Benchmarks"].flatMap { folder in
            let names = FileManager.default.enumerator(atPath: top.appending(path: folder).path)
            let paths = (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted()
            return try paths.filter { !$0.contains(".build") }.map { path in
                let text = try String(contentsOf: top.appending(path: folder).appending(path: path), encoding: .utf8)
                return SourceFile(path: "\(folder)/\(path)", text: text)
            }
        }
    }
}

extension String {
    /// Whether one of the words stands anywhere in the text: a quick look before a thorough one.
    func has(oneOf words: [String]) -> Bool { words.contains { utf8.firstRange(of: $0.utf8) != nil } }
}
