import JSON
import NIOCore

/// Writes values of the API as JSON, the same value always as the same bytes.
enum JSONText {
    static func buffer(of value: some Encodable) throws -> ByteBuffer {
        ByteBuffer(bytes: try JSONCoding.encode(value))
    }
}
