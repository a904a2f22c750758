import Glibc

/// One connection of a ``LoopbackHTTPServer``, to be answered with any bytes.
package struct LoopbackConnection: Sendable {
    let socket: Int32

    /// Tells connections that are open at the same time apart.
    package var id: Int32 { socket }

    /// Sends all of the bytes; `false` where the peer has left.
    @discardableResult
    package func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult
    package func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    /// Sends a whole and correct answer.
    package func answer(status: String = "200 OK", headers: [String] = [], body: [UInt8] = []) {
        let lines = ["HTTP/1.1 \(status)", "content-length: \(body.count)"] + headers
        write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    /// Whether the peer leaves within the time; bytes that it sends meanwhile are dropped.
    package func peerLeaves(withinMilliseconds milliseconds: Int32) -> Bool {
        var request = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, milliseconds) == 1 else { return false }
        var byte: UInt8 = 0
        return recv(socket, &byte, 1, 0) <= 0
    }

    func end() {
        close(socket)
    }

    /// `nil` at the end of the connection, and where the peer does not begin with the name of a method: that gets a 400.
    func readRequest() -> LoopbackHTTPServer.Request? {
        var bytes: [UInt8] = []
        let end = Array("\r\n\r\n".utf8)
        while bytes.suffix(4) != end[...] {
            var byte: UInt8 = 0
            guard recv(socket, &byte, 1, 0) == 1 else { return nil }
            bytes.append(byte)
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[0]) else {
                // Closing with bytes unread would reset the connection and take the answer along.
                while recv(socket, &byte, 1, Int32(MSG_DONTWAIT)) == 1 {}
                answer(status: "400 Bad Request")
                return nil
            }
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
        }
        var body = [UInt8](repeating: 0, count: headers["content-length"].flatMap { Int($0) } ?? 0)
        guard body.isEmpty || recv(socket, &body, body.count, Int32(MSG_WAITALL)) == body.count else { return nil }
        return LoopbackHTTPServer.Request(line: String(lines.first ?? ""), headers: headers, body: body)
    }
}
