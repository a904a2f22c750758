/// Takes known secrets out of a text that comes from outside.
struct Redaction {
    /// What is shorter stands in ordinary words too.
    private static let bytesMin = 4

    private let secrets: [String]

    init(of secrets: [Secret]) {
        self.secrets = secrets.compactMap { secret in
            let line = secret.bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
                .first
            guard let line, line.count >= Self.bytesMin else { return nil }
            return String(validating: line, as: UTF8.self)
        }
    }

    func apply(to text: String) -> String {
        var text = text
        for secret in secrets {
            text.replace(secret, with: "[secret]")
        }
        return text
    }
}
