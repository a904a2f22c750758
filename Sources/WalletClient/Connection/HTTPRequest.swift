import JSON
import WalletAPI

/// One request as it goes out (RFC 9112).
struct HTTPRequest {
    /// The whole of it.
    let bytes: [UInt8]

    static func get(_ target: String) -> HTTPRequest {
        HTTPRequest("GET \(target)", fields: ["Accept: application/json"])
    }

    static func post(_ target: String) -> HTTPRequest {
        HTTPRequest("POST \(target)", fields: ["Accept: application/json", "Content-Length: 0"])
    }

    static func post(
        _ target: String, json: some RequestBody, idempotencyKey: String? = nil
    ) throws(ClientError) -> HTTPRequest {
        do {
            let body = try JSONCoding.encode(json)
            let fields = [
                "Accept: application/json", "Content-Type: application/json", "Content-Length: \(body.count)",
                idempotencyKey.map { "Idempotency-Key: \($0)" },
            ].compactMap(\.self)
            return HTTPRequest("POST \(target)", fields: fields, body: body)
        } catch {
            throw .malformed("the request cannot be written as JSON")
        }
    }

    static func events(_ target: String, after lastEventID: String?) -> HTTPRequest {
        let resumption = lastEventID.map { ["Last-Event-ID: \($0)"] } ?? []
        return HTTPRequest("GET \(target)", fields: ["Accept: \(EventStreamParser.mediaType)"] + resumption)
    }

    private init(_ line: String, fields: [String], body: [UInt8] = []) {
        let always = ["Host: walletd", "User-Agent: walletctl/\(Release.version)", "Connection: close"]
        let head = (["\(line) HTTP/1.1"] + always + fields).map { $0 + "\r\n" }.joined() + "\r\n"
        bytes = Array(head.utf8) + body
    }
}
