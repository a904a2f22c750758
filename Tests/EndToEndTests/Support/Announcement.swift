/// One event as walletd writes it on standard error: `TIME #NUMBER TYPE: SENTENCE`.
struct Announcement: Equatable, Sendable {
    /// `nil`: announced before it could be stored.
    let seq: Int64?
    let type: String
    let message: String

    /// `nil` for lines that announce nothing.
    init?(_ line: Substring) {
        guard let found = line.wholeMatch(of: /\S+Z (?:#(\d+) )?([a-z-]+\.[a-z-]+): (.*)/) else { return nil }
        seq = found.1.flatMap { Int64($0) }
        type = String(found.2)
        message = String(found.3)
    }

    static func all(in errors: [UInt8]) -> [Announcement] {
        String(decoding: errors, as: UTF8.self).split(separator: "\n").compactMap(Announcement.init)
    }
}
