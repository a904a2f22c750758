import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    init(json value: some Encodable, status: HTTPResponse.Status = .ok, mediaType: String = "application/json") throws {
        self.init(json: try JSONText.buffer(of: value), status: status, mediaType: mediaType)
    }

    init(json text: ByteBuffer, status: HTTPResponse.Status = .ok, mediaType: String = "application/json") {
        self.init(
            status: status, headers: [.contentType: mediaType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: text))
    }
}
