import Foundation

/// Python's reader of TOML 1.0, asked about many documents in one process.
enum TomllibOracle {
    static let isHere = status(of: ["-c", "import tomllib"], in: FileManager.default.temporaryDirectory) == 0

    /// For each document its `CanonicalText`, or nil where Python refuses it.
    static func answers(for documents: [[UInt8]]) throws -> [String?] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tomllib-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // a file left in the temporary folder harms nobody
        var questions = Data()
        for document in documents { questions.append(contentsOf: Array("\(document.count)\n".utf8) + document) }
        try questions.write(to: folder.appending(path: "questions"))
        guard status(of: ["-c", script, "questions", "answers"], in: folder) == 0 else { throw Failure() }
        return try String(contentsOf: folder.appending(path: "answers"), encoding: .utf8)
            .split(separator: "\n").map { $0 == "refused" ? nil : String($0) }
    }

    struct Failure: Error {}

    private static func status(of arguments: [String], in folder: URL) -> Int32? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return nil }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Leaves out of the comparison what is known to differ in principle: Python takes integers of any size, and leaves
    /// the byte order mark to its caller.
    private static let script = """
        import datetime, math, struct, sys, tomllib

        def hexed(text):
            return text.encode().hex()

        def date(value):
            return f"d{value.year}-{value.month}-{value.day}"

        def time(value):
            return f"t{value.hour}:{value.minute}:{value.second}.{value.microsecond}"

        def canonical(value):
            if isinstance(value, bool):
                return "true" if value else "false"
            if isinstance(value, str):
                return "s" + hexed(value)
            if isinstance(value, int):
                if not -2**63 <= value < 2**63:
                    raise ValueError("beyond 64 bits")
                return f"i{value}"
            if isinstance(value, float):
                return "fnan" if math.isnan(value) else f"f{struct.unpack('>Q', struct.pack('>d', value))[0]:x}"
            if isinstance(value, datetime.datetime):
                offset = value.utcoffset()
                zone = "" if offset is None else f"o{int(offset.total_seconds()) // 60}"
                return date(value) + time(value) + zone
            if isinstance(value, datetime.date):
                return date(value)
            if isinstance(value, datetime.time):
                return time(value)
            if isinstance(value, list):
                return "[" + ",".join(map(canonical, value)) + "]"
            return "{" + ",".join(hexed(key) + "=" + canonical(item) for key, item in value.items()) + "}"

        with open(sys.argv[1], "rb") as questions, open(sys.argv[2], "w") as answers:
            while size := questions.readline():
                document = questions.read(int(size)).removeprefix(b"\\xef\\xbb\\xbf")
                try:
                    print(canonical(tomllib.loads(document.decode())), file=answers)
                except ValueError:
                    print("refused", file=answers)
        """
}
