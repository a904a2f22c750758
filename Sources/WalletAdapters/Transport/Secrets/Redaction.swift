/// Takes known secrets out of bytes that come from outside.
struct Redaction: Sendable {
    /// What is shorter stands in ordinary words too.
    private static let bytesMin = 4

    /// The lines of the secrets: of a longer one, such as a key in PEM, any line may be quoted alone.
    private let lines: [[UInt8]]

    init(of secrets: [Secret]) {
        lines = secrets.flatMap { secret in
            secret.bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
                .map(Array.init).filter { $0.count >= Self.bytesMin }
        }
    }

    func occurs(in bytes: [UInt8]) -> Bool { lines.contains { bytes.firstRange(of: $0) != nil } }

    func apply(to bytes: some Collection<UInt8>) -> [UInt8] {
        lines.reduce(Array(bytes)) { $0.replacing($1, with: Array("[secret]".utf8)) }
    }
}
