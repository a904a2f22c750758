import WalletAdapters
import WalletCore

/// The keys of `adapter = "file"`.
enum FileSourceKeys {
    static func read(_ reader: inout TableReader) -> FileSourceDefinition? {
        let path = reader.required("path") { value throws(ValueFlaw) in try value.absolutePath() }
        let member = reader.member("format")
        let format = member.flatMap { member in
            reader.take(member) { value throws(ValueFlaw) in try value.word(FileSourceDefinition.Format.self) }
        }
        guard let path else { return nil }
        if member == nil, ending(of: path) == nil {
            reader.noteMissing("format", because: "the ending of `path` is neither .csv nor .json")
        }
        return (format ?? ending(of: path)).map { FileSourceDefinition(path: path, format: $0) }
    }

    private static func ending(of path: String) -> FileSourceDefinition.Format? {
        let name = path.split(separator: "/").last ?? ""
        guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
        return FileSourceDefinition.Format(rawValue: name[name.index(after: point)...].lowercased())
    }
}
