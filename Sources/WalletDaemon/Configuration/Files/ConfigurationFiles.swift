import Glibc
import TOML
import WalletCore

/// Finds and reads the files of a configuration: the main one, and the drop-ins beside it.
struct ConfigurationFiles {
    /// One file that could be read.
    struct Text {
        /// In the order of reading.
        let number: Int
        /// Its path, fit to be shown.
        let name: String
        let bytes: [UInt8]
    }

    /// The folder for drop-ins, beside the main file.
    static let dropInFolder = "walletd.d"

    private let path: String
    private let rule: OwnershipRule
    private let findings: Findings
    private(set) var texts: [Text] = []
    /// Whether a file could not be read: anything may stand there.
    private(set) var isDamaged = false
    private var bytesInAll = 0
    private var checkedFolders: Set<String> = []

    /// Reads them all.
    init(_ path: String, rule: OwnershipRule, findings: Findings) {
        self.path = path
        self.rule = rule
        self.findings = findings
        read(path, number: 0)
        for (index, dropIn) in dropIns().enumerated() { read(dropIn, number: index + 1) }
    }

    static func place(_ number: Int, _ path: String) -> Place {
        Place(fileNumber: number, file: SafeText.message(path), position: TOMLPosition(line: 1, column: 1))
    }

    private mutating func read(_ path: String, number: Int) {
        let place = Self.place(number, path)
        checkFolders(of: path, place)
        let contents: ConfigurationFile.Contents
        do throws(ConfigurationFile.Refusal) {
            contents = try ConfigurationFile.read(path, rule: rule)
        } catch {
            isDamaged = true
            return findings.fault("the file \(error.reason)", at: place)
        }
        if let flaw = contents.ownershipFlaw { findings.fault("the file \(flaw)", at: place) }
        guard !contents.bytes.isEmpty else {
            isDamaged = true
            return findings.fault("the file is empty; if nothing is meant to be in it, say so in a comment", at: place)
        }
        bytesInAll += contents.bytes.count
        guard bytesInAll <= FileLimits.bytesInAllMax else {
            isDamaged = true
            let message = "up to this file the configuration has more than \(FileLimits.bytesInAllMax) bytes"
            return findings.fault(message, at: place)
        }
        texts.append(Text(number: number, name: place.file, bytes: contents.bytes))
    }
}

extension ConfigurationFiles {
    /// The folder in which a file is named, and that in which it is, where a link leads elsewhere.
    private mutating func checkFolders(of path: String, _ place: Place) {
        checkFolder(Self.folder(of: path), place)
        guard let resolved = realpath(path, nil) else { return }
        defer { free(resolved) }
        checkFolder(Self.folder(of: String(cString: resolved)), place)
    }

    /// Each once, also where it goes by two names.
    private mutating func checkFolder(_ folder: String, _ place: Place) {
        guard let resolved = realpath(folder, nil) else { return }
        defer { free(resolved) }
        guard checkedFolders.insert(String(cString: resolved)).inserted else { return }
        guard let status = FileStatus.of(folder), let flaw = rule.flaw(status) else { return }
        findings.fault("its folder \(SafeText.message(folder)) \(flaw)", at: place)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// `*.toml` as the shell takes it, so without names that begin with a point, in the order of their bytes.
    private mutating func dropIns() -> [String] {
        let folder = (path.contains("/") ? Self.folder(of: path) + "/" : "") + Self.dropInFolder
        guard let status = FileStatus.of(folder) else {
            if errno != ENOENT, errno != ENOTDIR {
                refuseDropIns("\(SafeText.message(folder)) \(FileStatus.reason(errno))")
            }
            return []
        }
        guard FileStatus.isFolder(status) else {
            refuseDropIns("\(SafeText.message(folder)) is not a folder")
            return []
        }
        checkFolder(folder, Self.place(0, path))
        guard let names = Self.names(in: folder) else {
            refuseDropIns("\(SafeText.message(folder)) \(FileStatus.reason(errno))")
            return []
        }
        let dropIns = names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }
        guard names.count <= FileLimits.namesMax, dropIns.count <= FileLimits.dropInsMax else {
            refuseDropIns("\(SafeText.message(folder)) holds more than \(FileLimits.dropInsMax) drop-ins")
            return []
        }
        return dropIns.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(folder)/\($0)" }
    }

    private mutating func refuseDropIns(_ message: String) {
        isDamaged = true
        findings.fault(message, at: Self.place(0, path))
    }

    /// Stops at one more name than there may be; `nil` with the reason in `errno`.
    private static func names(in folder: String) -> [String]? {
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        var names: [String] = []
        while names.count <= FileLimits.namesMax, let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }
}
