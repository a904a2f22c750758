import FoundationEssentials
import NIOCore
import NIOHTTP1
import WalletAPI

extension HTTPExchange {
    struct Request {
        private let head: HTTPRequestHead
        private let body: [UInt8]

        static func get(_ target: String) -> Request {
            Request(.GET, target, accept: "application/json", body: [])
        }

        static func post(_ target: String) -> Request {
            Request(.POST, target, accept: "application/json", body: [])
        }

        static func post(_ target: String, json: some RequestBody) throws(ClientError) -> Request {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            do {
                return Request(.POST, target, accept: "application/json", body: Array(try encoder.encode(json)))
            } catch {
                throw .malformed("the request cannot be written as JSON")
            }
        }

        static func events(_ target: String, after lastEventID: String?) -> Request {
            Request(.GET, target, accept: EventStreamParser.mediaType, body: [], lastEventID: lastEventID)
        }

        private init(_ method: HTTPMethod, _ target: String, accept: String, body: [UInt8], lastEventID: String? = nil)
        {
            var headers: HTTPHeaders = [
                "Host": "walletd", "Accept": accept, "Connection": "close",
                "User-Agent": "walletctl/\(Release.version)",
            ]
            if method != .GET { headers.add(name: "Content-Length", value: "\(body.count)") }
            if !body.isEmpty { headers.add(name: "Content-Type", value: "application/json") }
            if let lastEventID { headers.add(name: "Last-Event-ID", value: lastEventID) }
            head = HTTPRequestHead(version: .http1_1, method: method, uri: target, headers: headers)
            self.body = body
        }

        var parts: [HTTPClientRequestPart] {
            [.head(head)] + (body.isEmpty ? [] : [.body(.byteBuffer(ByteBuffer(bytes: body)))]) + [.end(nil)]
        }
    }
}
