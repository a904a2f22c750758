import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// Types of the API are made of strings, numbers and lists of them; encoding one cannot fail.
    init(json value: some Encodable, status: HTTPResponse.Status = .ok, mediaType: String = "application/json") {
        self.init(
            status: status, headers: [.contentType: mediaType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: JSONText.buffer(of: value)))
    }
}
