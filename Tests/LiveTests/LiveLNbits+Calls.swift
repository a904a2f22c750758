import Glibc
import JSON
import WalletTestSupport

/// Calls of its API that need no adapter.
extension LiveLNbits {
    /// One wallet pays another's invoice.
    func move(satoshi: Int, from payer: Wallet, to payee: Wallet) throws {
        let wanted = #"{"out":false,"amount":\#(satoshi),"unit":"sat","memo":"test"}"#
        var answer = try JSONNode(JSONValue.parse(post("/api/v1/payments", wanted, payee.readKey))).object()
        let invoice = try answer.string("bolt11")
        var paid = try JSONNode(
            JSONValue.parse(post("/api/v1/payments", #"{"out":true,"bolt11":"\#(invoice)"}"#, payer.adminKey))
        ).object()
        guard try paid.string("status") == "success" else { throw LoopbackRefusal(text: "\(satoshi) did not move") }
    }

    private func post(_ path: String, _ body: String, _ key: String) throws -> ArraySlice<UInt8> {
        let lines = ["POST \(path) HTTP/1.1", "host: 127.0.0.1", "connection: close", "x-api-key: \(key)"]
        let answer = try exchange(lines + ["content-type: application/json"], Array(body.utf8))
        let end = Array("\r\n\r\n".utf8)
        guard let place = answer.indices.first(where: { answer[$0...].starts(with: end) }) else {
            throw LoopbackRefusal(text: "no answer to POST \(path)")
        }
        return answer[(place + end.count)...]
    }

    /// Sends a request on a connection of its own, and returns all that comes until the server closes it.
    func exchange(_ lines: [String], _ body: [UInt8]) throws -> [UInt8] {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafeBytes(of: &address) { bytes in
            bytes.baseAddress.map {
                connect(socket, $0.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
            }
        }
        guard connected == 0 else { throw LoopbackRefusal(text: "LNbits does not listen") }
        let head = (lines + ["content-length: \(body.count)"]).joined(separator: "\r\n") + "\r\n\r\n"
        let request = Array(head.utf8) + body
        guard send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw LoopbackRefusal(text: "LNbits took no request")
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return answer }
            answer += buffer[..<count]
        }
    }
}

struct LoopbackRefusal: Error {
    let text: String
}
