import FoundationEssentials
import Glibc
import WalletClient

/// A walletd that runs, with its home.
final class RunningDaemon: Sendable {
    let home: Home
    let process: RunningProcess

    var client: WalletClient { WalletClient(socket: home.socket) }
    var errors: String { String(decoding: process.progress.value.errors, as: UTF8.self) }
    var announcements: [Announcement] { Announcement.all(in: process.progress.value.errors) }

    init(home: Home, process: RunningProcess) {
        self.home = home
        self.process = process
    }

    /// The first announcement of a type whose sentence contains `text`, after the one numbered `seq`.
    @discardableResult
    func announced(_ type: String, _ text: String = "", after seq: Int64 = 0) async throws -> Announcement {
        try await process.progress.first { progress in
            let found = Announcement.all(in: progress.errors).first {
                $0.type == type && $0.message.contains(text) && $0.seq ?? .max > seq
            }
            if found == nil, progress.isOver { throw Ended(progress) }
            return found
        }
    }

    /// The first announcement of a type that has a number.
    func announcedWithNumber(_ type: String) async throws -> Announcement {
        try await process.progress.first { progress in
            Announcement.all(in: progress.errors).first { $0.type == type && $0.seq != nil }
        }
    }

    /// Waits for a piece of text on standard error.
    func logged(_ text: String) async throws {
        _ = try await process.progress.first { progress in
            let isThere = String(decoding: progress.errors, as: UTF8.self).contains(text)
            if !isThere, progress.isOver { throw Ended(progress) }
            return isThere ? true : nil
        }
    }

    /// Asks it to stop; its exit status.
    func stop() async throws -> Int32 {
        process.signal(SIGTERM)
        return try await process.end().status ?? -1
    }

    /// What it holds in memory now.
    var residentBytes: Int {
        get throws {
            let status = try String(contentsOf: URL(filePath: "/proc/\(process.id)/status"), encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
            return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
        }
    }

    /// As a power cut would.
    func kill() async throws {
        process.signal(SIGKILL)
        try await process.end()
    }
}

/// walletd ended where it should have gone on.
struct Ended: Error, CustomStringConvertible {
    let description: String

    init(_ progress: RunningProcess.Progress) {
        let errors = String(decoding: progress.errors, as: UTF8.self)
        description = "walletd ended with \(progress.status ?? -1): \(errors)"
    }
}
