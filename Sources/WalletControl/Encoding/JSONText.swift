import FoundationEssentials
import NIOCore

/// Writes values of the API as JSON, the same value always as the same bytes.
enum JSONText {
    static func buffer(of value: some Encodable) throws -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ByteBuffer(bytes: try encoder.encode(value))
    }
}
