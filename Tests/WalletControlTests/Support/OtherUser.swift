import Glibc
import WalletTestSupport

/// Calls the API as somebody else, by a program that becomes them first.
struct OtherUser {
    let user: UInt32
    let group: UInt32
    var groups: [UInt32] = []

    static var canBecome: Bool { getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0 }

    func ask(_ socket: String, _ method: String, _ target: String, body: String? = nil) async throws -> RawResponse {
        let folder = try TemporaryFolder()
        let output = folder.path(of: "answer")
        let supplementary =
            groups.isEmpty ? "--clear-groups" : "--groups=\(groups.map(String.init).joined(separator: ","))"
        var words = ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(group)", supplementary]
        words += ["/usr/bin/curl", "--silent", "--include", "--max-time", "300", "--unix-socket", socket]
        words += ["--request", method] + (body.map { ["--data", $0] } ?? [])
        let child = try ChildProcess(words + ["http://walletd\(target)"], in: "/", output: output)
        guard await OwnThread.run({ child.wait() }) == 0 else { throw RawConnection.Ended() }
        let text = try folder.text(of: "answer")
        guard let end = text.firstRange(of: "\r\n\r\n"), var answer = RawResponse(head: String(text[..<end.lowerBound]))
        else { throw RawConnection.Ended() }
        answer.body = String(text[end.upperBound...])
        return answer
    }
}
