import Foundation

/// Python's json module as a second opinion on many documents at once.
///
/// One process reads all of them from a file, each as a line of hexadecimal digits, and writes a line for each: `-`
/// where it refuses, else the value as `TaggedText` in hexadecimal. The module is laxer than RFC 8259 by itself, so the
/// script decodes the bytes as strict UTF-8 first, refuses repeated names, `NaN` and infinities, keeps numbers as they
/// are written, and refuses lone surrogates and more than 32 levels afterwards.
struct PythonOracle {
    static let executable: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
        .split(separator: ":")
        .map { URL(filePath: String($0)).appending(path: "python3") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    struct Failed: Error {
        let status: Int32
    }

    /// What Python makes of each document: nothing where it refuses, else its tagged text.
    static func verdicts(on documents: [[UInt8]]) throws -> [String?] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "json-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // what stays behind is in the temporary folder
        let questions = folder.appending(path: "questions")
        let answers = folder.appending(path: "answers")
        let lines = documents.map { TaggedText.hexadecimal($0) + "\n" }.joined()
        try Data(lines.utf8).write(to: questions)
        let process = Process()
        process.executableURL = executable
        process.arguments = ["-c", script, questions.path, answers.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
        let text = String(decoding: try Data(contentsOf: answers), as: UTF8.self)
        return text.split(separator: "\n").map { $0 == "-" ? nil : String($0) }
    }

    private static let script = #"""
        import json, sys

        class Number(str):
            pass

        class Members(list):
            def __init__(self, pairs):
                names = [name for name, _ in pairs]
                if len(set(names)) != len(names):
                    raise ValueError("repeated name")
                super().__init__(pairs)

        def constant(word):
            raise ValueError(word)

        def tagged(value, depth=0):
            if value is None:
                return b"n"
            if value is True:
                return b"t"
            if value is False:
                return b"f"
            if isinstance(value, str):
                data = value.encode("utf-8", "strict")
                return (b"#" if isinstance(value, Number) else b"s") + b"%d:" % len(data) + data
            if depth == 32:
                raise ValueError("too deep")
            if isinstance(value, Members):
                parts = [tagged(part, depth + 1) for pair in value for part in pair]
                return b"{%d:" % len(value) + b"".join(parts)
            return b"[%d:" % len(value) + b"".join(tagged(element, depth + 1) for element in value)

        def verdict(data):
            try:
                value = json.loads(data.decode("utf-8", "strict"), object_pairs_hook=Members,
                                   parse_int=Number, parse_float=Number, parse_constant=constant)
                return tagged(value).hex()
            except (ValueError, RecursionError):
                return "-"

        with open(sys.argv[1]) as questions, open(sys.argv[2], "w") as answers:
            for line in questions:
                answers.write(verdict(bytes.fromhex(line)) + "\n")
        """#
}
