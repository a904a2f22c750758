import Foundation

/// One Swift file of the project, as lines.
struct SourceFile {
    /// Relative to the top of the project, e.g. `Sources/WalletCore/Money/Amount.swift`.
    let path: String
    let lines: [String]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The folder under `Sources` or `Tests`, e.g. `WalletCore`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : String(parts.first ?? "")
    }

    var isTest: Bool { path.hasPrefix("Tests/") }

    /// Code lines with what stands behind `//` cut off, and their numbers; comment lines are left out.
    var code: [(number: Int, text: String)] {
        lines.enumerated().compactMap { index, line in
            let text = SourceFile.withoutComment(line)
            return text.allSatisfy(\.isWhitespace) ? nil : (index + 1, text)
        }
    }

    static func withoutComment(_ line: String) -> String {
        var isQuoted = false
        var previous: Character = " "
        for index in line.indices {
            let character = line[index]
            if character == "\"", previous != "\\" { isQuoted.toggle() }
            if !isQuoted, character == "/", previous == "/" { return String(line[..<line.index(before: index)]) }
            previous = character
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
