import FoundationEssentials
import NIOCore

/// Writes values of the API as JSON, the same value always as the same bytes.
enum JSONText {
    static func buffer(of value: some Encodable) -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return ByteBuffer(bytes: try encoder.encode(value))
        } catch {
            preconditionFailure("a type of the API cannot be written as JSON: \(error)")
        }
    }
}
