import Synchronization
import WalletTestSupport

/// What the paths of a ``LightningTown`` answer.
final class TownAnswers: Sendable {
    private let answers = Mutex<[String: [LightningTown.Answer]]>([:])

    func put(_ path: String, _ list: [LightningTown.Answer]) {
        answers.withLock { $0[path] = list }
    }

    /// One after the other; the last for ever.
    func next(for request: LoopbackHTTPServer.Request) -> LightningTown.Answer {
        let words = request.line.split(separator: " ").prefix(2).joined(separator: " ")
        let path = String(words.prefix { $0 != "?" })
        return answers.withLock { answers in
            guard let list = answers[path], let first = list.first else {
                return LightningTown.Answer(status: "404 Not Found", body: #"{"detail":"Payment does not exist."}"#)
            }
            if list.count > 1 { answers[path] = Array(list.dropFirst()) }
            return first
        }
    }
}
