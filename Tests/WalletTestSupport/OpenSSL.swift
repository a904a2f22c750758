import Glibc

/// The openssl program: it makes certificates, and serves them as `s_server`.
package struct OpenSSL: Sendable {
    private let folder: TemporaryFolder

    package init(in folder: TemporaryFolder) {
        self.folder = folder
    }

    /// Makes `NAME.key` and the self-signed `NAME.pem` of an authority.
    package func makeAuthority(_ name: String) throws {
        try run([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
            "/CN=\(name)", "-addext", "basicConstraints=critical,CA:TRUE", "-keyout", "\(name).key", "-out",
            "\(name).pem",
        ])
    }

    /// Makes `NAME.key` and `NAME.pem` for a server with these alternative names, e.g. `DNS:localhost,IP:127.0.0.1`.
    package func makeServer(_ name: String, names: String, by authority: String, days: Int = 2) throws {
        try folder.write("\(name).ext", "subjectAltName=\(names)\nextendedKeyUsage=serverAuth\n")
        try run([
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=server", "-keyout",
            "\(name).key", "-out", "\(name).csr",
        ])
        try run([
            "x509", "-req", "-in", "\(name).csr", "-CA", "\(authority).pem", "-CAkey", "\(authority).key",
            "-CAcreateserial", "-days", "\(days)", "-extfile", "\(name).ext", "-out", "\(name).pem",
        ])
    }

    private func run(_ arguments: [String]) throws {
        let process = try ChildProcess(
            ["/usr/bin/openssl"] + arguments, in: folder.path, output: folder.path(of: "openssl.log"))
        let status = process.wait()
        guard status == 0 else { throw OpenSSLError(status: status, log: try folder.text(of: "openssl.log")) }
    }
}

package struct OpenSSLError: Error {
    package let status: Int32
    package let log: String
}

/// A TLS server that answers every request with the file `answer` of its folder, head and body as they stand.
package final class OpenSSLServer: Sendable {
    package let port: Int
    private let process: ChildProcess

    package init(certificate name: String, in folder: TemporaryFolder, answer: String) async throws {
        try folder.write("answer", "HTTP/1.0 200 OK\r\ncontent-length: \(answer.utf8.count)\r\n\r\n\(answer)")
        let announcement = folder.path(of: "\(name).accept")
        guard mkfifo(announcement, 0o600) == 0 else { throw LifelineError(number: errno) }
        process = try ChildProcess(
            [
                "/usr/bin/openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", "\(name).pem", "-key",
                "\(name).key", "-HTTP",
            ], in: folder.path, output: announcement)
        port = try await OwnThread.run { Self.port(in: announcement) }.get()
    }

    /// Reads up to the line `ACCEPT 127.0.0.1:PORT`.
    private static func port(in announcement: String) -> Result<Int, OpenSSLError> {
        let pipe = open(announcement, O_RDONLY)
        defer { close(pipe) }
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 256)
        while true {
            let count = read(pipe, &buffer, buffer.count)
            guard count > 0 else { return .failure(OpenSSLError(status: -1, log: text)) }
            text += String(decoding: buffer[..<count], as: UTF8.self)
            for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            where line.hasPrefix("ACCEPT") {
                if let port = line.split(separator: ":").last.flatMap({ Int($0) }) { return .success(port) }
            }
        }
    }

    deinit {
        process.kill()
    }
}
