import Testing
import WalletAPI

@Suite(.timeLimit(.minutes(10)))
struct BackupRouteTests {
    @Test func `a name makes a new file beside the daily ones`() async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("POST", "/v1/backup", body: #"{"name":"mine.db"}"#)
            #expect(answer.status == 200)
            let backup: Backup = try answer.value()
            #expect(backup.path.hasSuffix("/backups/mine.db"))
            #expect(backup.bytes > 0 && backup.bytes % 4096 == 0)
            let again = try await daemon.ask("POST", "/v1/backup", body: #"{"name":"mine.db"}"#)
            #expect(again.status == 409)
        }
    }

    @Test(arguments: [
        #"{"name":"../mine.db"}"#, #"{"name":"a/b.db"}"#, #"{"name":""}"#, #"{"name":7}"#, #"{"file":"mine.db"}"#, "[]",
    ])
    func `a body that names no plain file is refused`(body: String) async throws {
        try await RunningDaemon.run { daemon in
            let answer = try await daemon.ask("POST", "/v1/backup", body: body)
            #expect(answer.status == 400)
        }
    }

    @Test(arguments: [nil, "{}"])
    func `without a name the answer is the database, with its length`(body: String?) async throws {
        try await RunningDaemon.run { daemon in
            let connection = try daemon.connection()
            let head = "POST /v1/backup HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            let length = body.map { "Content-Length: \($0.utf8.count)\r\n" } ?? ""
            try connection.send("\(head)\(length)\r\n\(body ?? "")")
            let answer = try #require(try await connection.text(upTo: "\r\n\r\n"))
            #expect(answer.hasPrefix("HTTP/1.1 200 "))
            #expect(answer.lowercased().contains("content-type: application/vnd.sqlite3\r\n"))
            #expect(answer.lowercased().contains("content-length: "))
            #expect(try await connection.text(bytes: 15) == "SQLite format 3")
        }
    }
}
