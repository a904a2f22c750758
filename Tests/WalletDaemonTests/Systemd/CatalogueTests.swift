import FoundationEssentials
import Testing
import WalletCore

/// What `journalctl -x` says of each event, held against the events that there are.
struct CatalogueTests {
    struct Entry: Equatable {
        let id: String
        let subject: String
        let text: String
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "systemd")

    private func entries(of name: String) throws -> [Entry] {
        let text = String(decoding: try Data(contentsOf: Self.folder.appending(path: name)), as: UTF8.self)
        return text.split(separator: "\n-- ").dropFirst().map { entry in
            let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
            let end = lines.firstIndex(of: "") ?? lines.endIndex
            let subject = lines.first { $0.hasPrefix("Subject: ") }?.dropFirst(9) ?? ""
            return Entry(
                id: String(lines[0]), subject: String(subject), text: lines[end...].joined(separator: "\n"))
        }
    }

    @Test(arguments: ["walletd.catalog", "walletd.ko.catalog"])
    func `each event is explained once, in each language`(name: String) throws {
        let entries = try entries(of: name)
        #expect(entries.map(\.id).sorted() == EventType.allCases.map(\.messageID).sorted())
        #expect(entries.allSatisfy { !$0.subject.isEmpty && $0.text.utf8.count > 20 })
        #expect(Set(entries.map(\.subject)).count == entries.count)
    }

    @Test func `both languages name the same fields and commands`() throws {
        let (english, korean) = (try entries(of: "walletd.catalog"), try entries(of: "walletd.ko.catalog"))
        for (one, other) in zip(english, korean) {
            #expect(one.id == other.id)
            #expect(Self.named(in: one.text) == Self.named(in: other.text), "\(one.subject)")
        }
    }

    /// The fields, and the words after `walletctl`.
    private static func named(in text: String) -> Set<String> {
        let fields = text.matches(of: /@[A-Z_]+@/).map { String(text[$0.range]) }
        let verbs = text.matches(of: /walletctl [a-z]+( resume| resolve| show| pause)?/).map { String(text[$0.range]) }
        return Set(fields + verbs)
    }
}
