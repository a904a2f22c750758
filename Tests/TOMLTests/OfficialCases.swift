import FoundationEssentials

/// The cases for TOML 1.0.0 of github.com/toml-lang/toml-test: documents to accept, with their values, and to refuse.
enum OfficialCases {
    /// The folder that holds `valid` and `invalid`.
    static let folder: String =
        ProcessInfo.processInfo.environment["WALLETD_TOML_TEST"]
        ?? checkout(of: #filePath) + "/../shared/samples/toml-test"

    static let areHere = FileManager.default.fileExists(atPath: folder + "/valid")

    static let valid = documents(in: "valid")
    static let invalid = documents(in: "invalid")

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder + "/" + path)))
    }

    static func expectation(_ path: String) throws -> TaggedValue {
        let json = path.dropLast("toml".count) + "json"
        return try JSONDecoder().decode(TaggedValue.self, from: Data(try bytes(String(json))))
    }

    private static func checkout(of file: String) -> String {
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    }

    private static func documents(in kind: String) -> [String] {
        let path = folder + "/" + kind
        let paths = try? FileManager.default.subpathsOfDirectory(atPath: path)  // absent: the suite skips
        return (paths ?? []).filter { $0.hasSuffix(".toml") }.map { kind + "/" + $0 }.sorted()
    }
}
