/// One event as walletd writes it on standard error: `TIME #NUMBER TYPE: SENTENCE`.
struct Announcement: Equatable, Sendable {
    /// `nil`: announced before it could be stored.
    let seq: Int64?
    let type: String
    let message: String

    /// `nil` for lines that announce nothing.
    init?(_ line: Substring) {
        var words = line.split(separator: " ", maxSplits: 3)
        guard words.count > 2, words[0].hasSuffix("Z") else { return nil }
        if words[1].hasPrefix("#") {
            seq = Int64(words[1].dropFirst())
            words.remove(at: 1)
        } else {
            seq = nil
        }
        guard words[1].hasSuffix(":"), words[1].contains(".") else { return nil }
        type = String(words[1].dropLast())
        message = words[2...].joined(separator: " ")
    }

    static func all(in errors: [UInt8]) -> [Announcement] {
        errors.split(separator: UInt8(ascii: "\n")).compactMap {
            Announcement(String(decoding: $0, as: UTF8.self)[...])
        }
    }
}
