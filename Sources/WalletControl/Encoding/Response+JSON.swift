import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    init(json value: some Encodable, status: HTTPResponse.Status = .ok, mediaType: String = "application/json") throws {
        self.init(
            status: status, headers: [.contentType: mediaType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: try JSONText.buffer(of: value)))
    }
}
