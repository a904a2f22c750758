import WalletCore

/// What a plugin says on standard error: a last line for people, and `retry-after: SECONDS` anywhere.
struct PluginWords {
    let message: String?
    /// Of several, the last counts.
    let retryAfter: Duration?

    private static let header = "retry-after:"

    init(_ bytes: [UInt8], redaction: Redaction) {
        var message: String?
        var retryAfter: Duration?
        for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }).reversed() {
            if let wait = Self.wait(line) {
                retryAfter = retryAfter ?? wait
            } else if message == nil, line.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
                message = SafeText.message(bytes: redaction.apply(to: line))
            }
        }
        self.message = message
        self.retryAfter = retryAfter
    }

    private static func wait(_ line: ArraySlice<UInt8>) -> Duration? {
        let text = String(decoding: line.prefix(100), as: UTF8.self)
        guard text.utf8.count == line.count, text.prefix(header.count).lowercased() == header else { return nil }
        let value = text.dropFirst(header.count)
        return RetryAfter.seconds(value.drop { $0 == " " || $0 == "\t" })
    }
}
