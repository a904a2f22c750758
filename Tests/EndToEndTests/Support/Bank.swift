import FoundationEssentials
import Glibc
import WalletTestSupport

/// The bank of `Tests/EndToEnd/bank.py`, in a home: it keeps a ledger of its own, and the sources' balances come from it.
struct Bank: Sendable {
    /// What it promises of a key that it sees again, and keeps.
    enum Character: String, CaseIterable, Sendable {
        case both, repeats, lookup, neither
    }

    /// What becomes of the next `send`; all but the first three move the value.
    enum Mood: String, Sendable {
        case unpaid, temporary, refused, pending, hangs, failed, killed, garbage, twice, floods
    }

    /// A line of its ledger.
    struct Entry: Codable, Sendable {
        /// `deposit`, `asked` (by `send`), `moved` or `status`.
        var type: String
        var key: String?
        var source: String?
        var amount: String?
        /// The account that it went to.
        var to: String?
    }

    /// Where the files lie that the tests run.
    static let tests = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/EndToEnd"

    let folder: TemporaryFolder

    init(in folder: TemporaryFolder) throws {
        self.folder = folder
        let script = try String(contentsOf: URL(filePath: "\(Self.tests)/bank.py"), encoding: .utf8)
        _ = try folder.program("bank.py", script)
    }

    /// Pays into a source's account.
    func deposit(_ amount: Int, into source: String) throws {
        let words = [folder.path(of: "bank.py"), "deposit", source, "\(amount)"]
        let status = try ChildProcess(words, in: folder.path, output: folder.path(of: "deposit.log")).wait()
        guard status == 0 else { throw SystemCallError("bank.py: \(try folder.text(of: "deposit.log"))", number: EIO) }
    }

    /// Of the next payment.
    func feel(_ mood: Mood) throws { try tell("mood", mood.rawValue) }

    /// Of every payment from now on.
    func stay(_ mood: Mood?) throws { try tell("stubborn", mood?.rawValue) }

    /// What it answers when it is asked what became of something; the truth without a word.
    func say(_ state: String?) throws { try tell("asked", state) }

    /// Of each payment, in KRW, from the next quote on.
    func charge(_ fee: Int) throws { try tell("fee", "\(fee)") }

    private func tell(_ name: String, _ word: String?) throws {
        guard let word else {
            unlink(folder.path(of: name))
            return
        }
        try folder.replace(name, word)
    }

    func entries() throws -> [Entry] {
        let decoder = JSONDecoder()
        return try folder.bytes(of: "bank.jsonl").split(separator: UInt8(ascii: "\n")).map {
            try decoder.decode(Entry.self, from: Data($0))
        }
    }

    func movements() throws -> [Entry] { try entries().filter { $0.type == "moved" } }

    /// How often it was asked to pay.
    func requests() throws -> Int { try entries().count { $0.type == "asked" } }
}

extension TemporaryFolder {
    /// Replaces a file in one step: nobody reads half of it.
    func replace(_ name: String, _ text: String) throws {
        try write("\(name).next", text)
        guard rename(path(of: "\(name).next"), path(of: name)) == 0 else { throw SystemCallError("rename") }
    }
}
