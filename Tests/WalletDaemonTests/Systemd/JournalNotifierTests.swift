import Glibc
import Synchronization
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletDaemon

/// The journal's native protocol, byte for byte, on a real socket.
@Suite(.timeLimit(.minutes(1)))
struct JournalNotifierTests {
    private let folder: TemporaryFolder
    private let journal: DatagramReceiver

    init() throws {
        folder = try TemporaryFolder()
        journal = try DatagramReceiver(in: folder)
    }

    private func notifier(
        pause: @escaping @Sendable (Duration) async throws -> Void = { _ in }
    ) throws -> JournalNotifier {
        let notifier = JournalNotifier(path: journal.path, orElse: TellingNotifier(), pause: pause)
        return try #require(notifier)
    }

    private func alert(_ message: String = "tmoney/card-1234 has 2500 KRW, below 3000 KRW.") throws -> EventDraft {
        let won = try AssetTable().asset("KRW")
        var draft = EventDraft(.alertFiring, at: Timestamp(milliseconds: 0), severity: .warning, message: message)
        draft.rule = "low-transit"
        draft.source = "tmoney"
        draft.account = "card-1234"
        draft.asset = "KRW"
        draft.amount = try Amount.parse(decimal: "2500", of: won)
        draft.limit = try Amount.parse(decimal: "3000", of: won)
        draft.reason = "below"
        return draft
    }

    @Test func `an event has exactly the fields that apply`() async throws {
        try await notifier().announce(Event(seq: 17, draft: alert()))
        let lines = String(decoding: try journal.receive().bytes, as: UTF8.self).split(separator: "\n")
        #expect(
            lines == [
                "MESSAGE=tmoney/card-1234 has 2500 KRW, below 3000 KRW.", "PRIORITY=4",
                "MESSAGE_ID=a4f0bf7f119348849f57b2e18f0da231", "SYSLOG_IDENTIFIER=walletd",
                "WALLETD_EVENT=alert.firing", "WALLETD_SEQ=17", "WALLETD_RULE=low-transit", "WALLETD_SOURCE=tmoney",
                "WALLETD_ACCOUNT=card-1234", "WALLETD_ASSET=KRW", "WALLETD_AMOUNT=2500 KRW", "WALLETD_LIMIT=3000 KRW",
                "WALLETD_REASON=below",
            ])
    }

    @Test(arguments: [
        (EventType.cashOutUnknown, 3), (.cashOutReturned, 3), (.cashOutNeedsUser, 3), (.cashOutApproved, 7),
        (.cashOutPrepared, 7), (.cashOutFinal, 7), (.cashOutSettled, 6),
    ])
    func `an event of a cash-out names it and its provider, with the priority of its type`(
        type: EventType, priority: Int
    ) async throws {
        var draft = EventDraft(type, at: Timestamp(milliseconds: 0), message: "Money.")
        draft.cashOut = "0e8e"
        draft.provider = "acme"
        try await notifier().announceUnstored(draft)
        let lines = String(decoding: try journal.receive().bytes, as: UTF8.self).split(separator: "\n")
        #expect(
            lines == [
                "MESSAGE=Money.", "PRIORITY=\(priority)", "MESSAGE_ID=\(type.messageID)",
                "SYSLOG_IDENTIFIER=walletd", "WALLETD_EVENT=\(type.rawValue)", "WALLETD_CASHOUT=0e8e",
                "WALLETD_PROVIDER=acme",
            ])
    }

    @Test func `an event without a row has no number`() async throws {
        let draft = EventDraft(.daemonDegraded, at: Timestamp(milliseconds: 0), severity: .critical, message: "Full.")
        try await notifier().announceUnstored(draft)
        let lines = String(decoding: try journal.receive().bytes, as: UTF8.self).split(separator: "\n")
        #expect(
            lines == [
                "MESSAGE=Full.", "PRIORITY=2", "MESSAGE_ID=\(EventType.daemonDegraded.messageID)",
                "SYSLOG_IDENTIFIER=walletd", "WALLETD_EVENT=daemon.degraded",
            ])
    }

    @Test func `a value with a new line comes with its length`() async throws {
        try await notifier().announceUnstored(alert("one\ntwo=2\nWALLETD_SEQ=99"))
        let bytes = try journal.receive().bytes
        let value = Array("one\ntwo=2\nWALLETD_SEQ=99".utf8)
        let length = (0..<8).map { UInt8(truncatingIfNeeded: value.count >> ($0 * 8)) }
        #expect(bytes.starts(with: Array("MESSAGE\n".utf8) + length + value + Array("\nPRIORITY=4\n".utf8)))
    }

    @Test(arguments: [60_000, 300_000, 1_000_000])
    func `an entry too large for a datagram comes as a sealed file`(size: Int) async throws {
        let message = String(repeating: "a", count: size)
        try await notifier().announceUnstored(alert(message))
        let datagram = try journal.receive()
        #expect(datagram.isFile == (size > 212_992))
        #expect(datagram.bytes.starts(with: Array("MESSAGE=\(message)\nPRIORITY=4\n".utf8)))
    }

    @Test func `a journal that is full is waited for, and nothing is lost or changes its order`() async throws {
        let pauses = Mutex(0)
        let received = Mutex<[Int]>([])
        let journal = journal
        let notifier = try notifier { _ in
            pauses.withLock { $0 += 1 }
            let datagram = try journal.receive()
            received.withLock { $0.append(Self.seq(of: datagram)) }
        }
        let draft = try alert()
        for seq in 1...500 { try await notifier.announce(Event(seq: Int64(seq), draft: draft)) }
        while let last = received.withLock({ $0.last }), last < 500 {
            let datagram = try journal.receive()
            received.withLock { $0.append(Self.seq(of: datagram)) }
        }
        #expect(received.withLock { $0 } == Array(1...500))
        #expect(pauses.withLock { $0 } > 0)
    }

    @Test func `while there is no journal events go elsewhere, and to the journal once it is there`() async throws {
        let late = try TemporaryFolder()
        let path = try DatagramReceiver(in: late).path
        let substitute = TellingNotifier()
        let atPath = JournalNotifier(path: path, orElse: substitute, pause: { _ in })
        let notifier = try #require(atPath)
        let draft = try alert()
        try await notifier.announce(Event(seq: 1, draft: draft))
        unlink(path)
        try await notifier.announce(Event(seq: 2, draft: draft))
        try await notifier.announceUnstored(draft)
        #expect(substitute.told == [1, 2, nil])
        let journal = try DatagramReceiver(in: late)
        try await notifier.announce(Event(seq: 3, draft: draft))
        #expect(Self.seq(of: try journal.receive()) == 3)
        #expect(substitute.told == [1, 2, nil])
    }

    private static func seq(of datagram: DatagramReceiver.Datagram) -> Int {
        let line = String(decoding: datagram.bytes, as: UTF8.self).split(separator: "\n")
            .first { $0.hasPrefix("WALLETD_SEQ=") }
        return line.flatMap { Int($0.dropFirst("WALLETD_SEQ=".count)) } ?? -1
    }
}
